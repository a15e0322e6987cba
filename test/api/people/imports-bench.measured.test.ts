import { accounts, people } from '@dangxiao/contracts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { CreateFirstAdministrator } from '../../../apps/api/src/modules/accounts/create-first-administrator.ts';
import { HttpClient } from '../../../tools/support/http-client.ts';
import { importTable, organizationTable, peopleTable } from '../../bench/province/import.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const PEOPLE = 2_000;

/** The bench of imports in short, with a real worker: it runs, and does what it measures. */
describe('importing a table', () => {
  let t: TestApp;
  let client: HttpClient;
  let rootId: string;
  beforeAll(async () => {
    t = await testApp({ environment: { ROLE: 'all' } });
    rootId = (await t.make.school()).root.id;
    await t.pg.execute('update role_grant set revoked_at = now()');
    await t.app.listen(0, '127.0.0.1');
    client = new HttpClient(await t.app.getUrl());
    const { code } = await t.get(UnitOfWork).run((tx) => t.get(CreateFirstAdministrator).run(tx, 'importer'));
    await client.call(accounts.activate, { body: { code, login: 'importer', password: 'import-bench-1' } });
    const { version } = await client.call(accounts.privacyNotice);
    await client.call(accounts.giveConsent, { body: { version } });
  });
  afterAll(() => t.close());

  it('of organizations and people by HTTP and a worker', async () => {
    await importTable(client, 'organizations', rootId, await organizationTable(PEOPLE / 50));
    const times = await importTable(client, 'people', rootId, await peopleTable(PEOPLE));
    // how long depends on who else works on the machine: the bench measures, this proves that it does
    expect(times.total).toBeGreaterThan(times.upload);
    const { items } = await client.call(people.listOrganizations, { query: { parentId: rootId } });
    expect(items.reduce((sum, { subtreeMemberCount }) => sum + subtreeMemberCount, 0)).toBe(PEOPLE);
  });
});
