import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_SETTINGS, effectiveSettings, type OrganizationSettings } from './organization-settings.ts';

const own = fc.record(
  { ranking: fc.boolean(), twoFactor: fc.boolean(), separatedDuties: fc.boolean() },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<OrganizationSettings>>;

describe('effectiveSettings', () => {
  it('are the defaults where nobody says anything', () => {
    expect(effectiveSettings([{}, {}]).settings).toEqual(DEFAULT_SETTINGS);
    expect(effectiveSettings([]).decidedBy.ranking).toBeNull();
  });

  it('come from the nearest organization that says something', () => {
    const { settings, decidedBy } = effectiveSettings([
      { ranking: true },
      {},
      { ranking: false, quietHours: null },
      {},
    ]);
    expect(settings).toMatchObject({ ranking: false, quietHours: null });
    expect(decidedBy).toMatchObject({ ranking: 2, quietHours: 2, reminders: null });
  });

  it('cannot be loosened below where they bind', () => {
    const { settings, decidedBy } = effectiveSettings([
      { twoFactor: false },
      { twoFactor: true },
      { twoFactor: false },
    ]);
    expect(settings.twoFactor).toBe(true);
    expect(decidedBy.twoFactor).toBe(1);
  });

  it('bind whatever the chain below says', () => {
    fc.assert(
      fc.property(fc.array(own), fc.array(own), (above, below) => {
        const chain = [...above, { separatedDuties: true }, ...below];
        expect(effectiveSettings(chain).settings.separatedDuties).toBe(true);
        const last = [...chain].reverse().find((one) => one.ranking !== undefined);
        expect(effectiveSettings(chain).settings.ranking).toBe(last?.ranking ?? false);
      }),
    );
  });
});
