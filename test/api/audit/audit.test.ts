import { audit } from '@dangxiao/contracts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { Audit } from '../../../apps/api/src/modules/audit/index.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

describe('the audit log', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('shows an administrator the events of the own subtree only, latest first, page by page', async () => {
    const { root, administrator } = await t.make.school();
    const left = await t.make.organization(root);
    const right = await t.make.organization(root);
    const leftAdministrator = await t.make.administrator(left);
    const log = t.get(Audit);
    const uow = t.get(UnitOfWork);
    const record = (organizationId: string | null, action: string) =>
      uow.run((tx) => log.record(tx, { actor: null, action, objectType: 'thing', organizationId }));
    for (const [id, action] of [
      [left.id, 'a.one'],
      [right.id, 'a.two'],
      [null, 'a.three'],
      [left.id, 'a.four'],
    ] as const) {
      t.clock.advance(1000);
      await record(id, action);
    }
    const seen = await leftAdministrator.client.call(audit.listEvents, { query: {} });
    expect(seen.items.map((event) => event.action)).toEqual(['a.four', 'a.one']);

    const first = await administrator.client.call(audit.listEvents, { query: { limit: 3 } });
    expect(first.items.map((event) => event.action)).toEqual(['a.four', 'a.three', 'a.two']);
    const next = await administrator.client.call(audit.listEvents, {
      query: { limit: 3, cursor: first.nextCursor ?? '' },
    });
    expect(next).toMatchObject({ items: [{ action: 'a.one' }], nextCursor: null });
  });

  it('masks secrets and personal numbers, and cannot be changed by the application', async () => {
    await t.get(UnitOfWork).run((tx) =>
      t.get(Audit).record(tx, {
        actor: null,
        action: 'b.masked',
        objectType: 'person',
        before: { phone: '13812345678', password: 'x', nested: { identityNumber: '11010519491231002X' } },
        after: { name: '李四' },
      }),
    );
    const rows = await t.pg.query(`select before, after from audit_event where action = 'b.masked'`);
    const before = { phone: '138****5678', password: '****', nested: { identityNumber: '110****002X' } };
    expect(rows).toEqual([{ before, after: { name: '李四' } }]);
    await expect(t.pg.execute(`delete from audit_event`)).rejects.toThrow(/permission denied/);
    await expect(t.asOwner(`update audit_event set action = 'x'`)).rejects.toThrow(/append-only/);
    await expect(t.asOwner(`truncate audit_event`)).rejects.toThrow(/append-only/);
  });
});
