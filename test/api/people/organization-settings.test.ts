import { people } from '@dangxiao/contracts';
import { DEFAULT_SETTINGS } from '@dangxiao/domain';
import { settingsOf } from '../../../apps/api/src/modules/people/index.ts';
import type { Node, School } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

describe('settings of an organization', () => {
  let t: TestApp;
  let school: School;
  let middle: Node;
  let branch: Node;
  const at = (node: Node) => ({ params: { organizationId: node.id } });

  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    middle = await t.make.organization(school.root, { kind: 'committee', name: '县委' });
    branch = await t.make.organization(middle, { name: '一支部' });
  });
  afterAll(() => t.close());

  it('are inherited from above until the organization says otherwise, and say where they come from', async () => {
    const { client } = school.administrator;
    const reminders = { ...DEFAULT_SETTINGS.reminders, beforeDays: [3] };
    await client.call(people.updateSettings, {
      ...at(middle),
      body: { revision: 0, own: { ranking: true, reminders } },
    });
    const seen = await client.call(people.getSettings, at(branch));
    expect(seen.settings).toEqual({ ...DEFAULT_SETTINGS, ranking: true, reminders });
    expect(seen.sources).toMatchObject({
      ranking: { from: 'above', name: '县委' },
      twoFactor: { from: 'default', name: null },
    });
    const changed = await client.call(people.updateSettings, {
      ...at(branch),
      body: { revision: 0, own: { ranking: false } },
    });
    expect(changed).toMatchObject({ revision: 1, own: { ranking: false }, sources: { ranking: { from: 'own' } } });
    expect(await settingsOf(t.pg, branch.id)).toMatchObject({ ranking: false, reminders });
  });

  it('do not name an organization above the own subtree', async () => {
    const { client } = await t.make.administrator(branch);
    const { sources } = await client.call(people.getSettings, at(branch));
    expect(sources.reminders).toEqual({ from: 'above', name: null });
  });

  it('stay as they are on a stale edit and on bad input', async () => {
    const { client } = school.administrator;
    const stale = await client.answer(people.updateSettings, {
      ...at(branch),
      body: { revision: 0, own: { ranking: true } },
    });
    expect(stale).toMatchObject({ status: 409, body: { error: { params: { current: { revision: 1 } } } } });
    const own = { quietHours: { from: '25:00', to: '07:00' } };
    const bad = await client.answer(people.updateSettings, { ...at(branch), body: { revision: 1, own } });
    expect(bad).toMatchObject({ status: 422, body: { error: { fields: [{ path: 'own.quietHours.from' }] } } });
    const both = await Promise.all(
      [true, false].map((ranking) =>
        client.answer(people.updateSettings, { ...at(branch), body: { revision: 1, own: { ranking } } }),
      ),
    );
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });
});
