import { describe, expect, it } from '@jest/globals';
import { targetState } from './assignment-state.ts';
import { audienceReasons, type AudiencePerson, type AudienceRules } from './audience.ts';

const person: AudiencePerson = {
  id: 'p',
  organizationId: 'branch',
  organizationIds: ['branch', 'committee', 'root'],
  kind: 'full_member',
  position: 'none',
  exempt: false,
  deactivated: false,
  listIds: ['l'],
};
const filter = (organizationId: string, subtree: boolean) =>
  ({ by: 'filter', organizations: [{ organizationId, subtree }], kinds: [], positions: [] }) as const;
const rules = (more: object): AudienceRules => ({ include: [], exclude: [], excludeExempt: false, ...more });
const reasons = (more: object, who = person) => audienceReasons(rules(more), 'root', who, new Map());

describe('an audience', () => {
  it('names every rule that includes somebody', () => {
    const include = [filter('committee', true), filter('committee', false), { by: 'list', listId: 'l' }];
    expect(reasons({ include })).toEqual([0, 2]);
  });

  it('lets an exclusion, an exemption and a deactivation win', () => {
    const include = [filter('root', true)];
    expect(reasons({ include, exclude: [{ by: 'people', personIds: ['p'] }] })).toEqual([]);
    expect(reasons({ include, excludeExempt: true }, { ...person, exempt: true })).toEqual([]);
    expect(reasons({ include }, { ...person, deactivated: true })).toEqual([]);
  });

  it('never reaches beyond the assigning organization', () => {
    const include = [{ by: 'people' as const, personIds: ['p'] }];
    expect(audienceReasons(rules({ include }), 'elsewhere', person, new Map())).toEqual([]);
  });
});

describe('the state of a target', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 2, day));
  const open = { startedAt: null, finishedAt: null, releasedAt: null, dueAt: at(10), graceUntil: at(12) };

  it('goes from not started to overdue by the clock', () => {
    expect([9, 10, 11, 12, 13].map((day) => targetState(open, at(day)))).toEqual([
      'not_started',
      'not_started',
      'in_grace',
      'in_grace',
      'overdue',
    ]);
  });

  it('keeps finished what is finished', () => {
    expect(targetState({ ...open, finishedAt: at(11), releasedAt: at(12) }, at(20))).toBe('finished');
    expect(targetState({ ...open, startedAt: at(2), releasedAt: at(3) }, at(20))).toBe('released');
    expect(targetState({ ...open, startedAt: at(2) }, at(3))).toBe('under_way');
  });
});
