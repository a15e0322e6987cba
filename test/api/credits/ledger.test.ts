import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addHours, toHundredths } from '@dangxiao/domain';
import fc from 'fast-check';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { Ledger, type Award } from '../../../apps/api/src/modules/credits/ledger.ts';
import { verifyLedger } from '../../../tools/verify-ledger/verify.ts';
import { studySchool, type StudySchool } from '../learning/study-school.ts';

let school: StudySchool;
let ledger: Ledger;
let uow: UnitOfWork;
beforeAll(async () => {
  school = await studySchool();
  ledger = school.get(Ledger);
  uow = school.get(UnitOfWork);
});
afterAll(() => school.close());

const source = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function award(personId: string, n: number, more: Partial<Award> = {}): Award {
  return {
    personId,
    counter: 'online',
    hours: '0.25',
    effectiveAt: school.clock.now(),
    sourceKind: 'exam',
    sourceId: source(n),
    policyVersion: 1,
    evidence: { n },
    recordedBy: null,
    ...more,
  };
}

const balance = async (personId: string) =>
  school.pg.query<{ year: number; counter: string; hours: string }>(
    'select year, counter, hours from credit_balance where person_id = $1 order by year, counter',
    [personId],
  );

describe('P9 the ledger', () => {
  it('P9 enters a source once, however many workers try at the same time', async () => {
    const { personId } = await school.learner();
    const booked = await Promise.all(
      Array.from({ length: 20 }, () => uow.run((tx) => ledger.award(tx, award(personId, 1)))),
    );
    expect(booked.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(booked.map(({ entryId }) => entryId)).size).toBe(1);
    expect(await balance(personId)).toEqual([{ year: 2026, counter: 'online', hours: '0.25' }]);
  });

  it('P9 balance = replayed sum, chains and claims hold, under any mix of concurrent awards, reversals and restorations', async () => {
    const step = fc.record({
      act: fc.constantFrom('award', 'reverse', 'restore'),
      person: fc.nat(1),
      source: fc.nat(3),
      hours: fc.constantFrom('0.25', '0.50', '1.00', '99.75'),
      day: fc.constantFrom('2025-12-31T15:59:59.999Z', '2025-12-31T16:00:00.000Z', '2026-07-01T00:00:00.000Z'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const people = [(await school.learner()).personId, (await school.learner()).personId];
        const work = steps.map(({ act, person, source: n, hours, day }) => {
          const personId = people[person] ?? '';
          return uow.run(async (tx) => {
            if (act === 'award') return ledger.award(tx, award(personId, n, { hours, effectiveAt: new Date(day) }));
            const entry = await tx.one<{ id: string }>(
              `select id from credit_entry where person_id = $1 and source_id = $2 and source_kind = 'exam' order by seq desc limit 1`,
              [personId, source(n)],
            );
            if (!entry) return null;
            if (act === 'restore') return ledger.restore(tx, entry.id, school.administrator.accountId);
            const by = { evidence: {}, recordedBy: school.administrator.accountId };
            return ledger.reverse(tx, entry.id, by);
          });
        });
        const results = await Promise.allSettled(work);
        for (const result of results)
          if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'entry_already_reversed' });
        for (const personId of people) {
          const entries = await school.pg.query<{ hours: string }>(
            'select hours from credit_entry where person_id = $1',
            [personId],
          );
          const sum = addHours(...entries.map(({ hours }) => hours));
          expect(addHours(...(await balance(personId)).map(({ hours }) => hours))).toBe(sum);
          expect(toHundredths(sum)).toBeGreaterThanOrEqual(0);
        }
        expect((await verifyLedger(school.pg, null)).wrong).toBeNull();
      }),
      { numRuns: 12 },
    );
  }, 180_000);

  it("counts an hour for the year in the school's zone: New Year begins at 16:00 UTC", async () => {
    const { personId } = await school.learner();
    const late = { effectiveAt: new Date('2025-12-31T15:59:59.999Z') };
    const early = { effectiveAt: new Date('2025-12-31T16:00:00.000Z'), hours: '1.00' };
    await uow.run((tx) => ledger.award(tx, award(personId, 1, late)));
    await uow.run((tx) => ledger.award(tx, award(personId, 2, early)));
    expect(await balance(personId)).toEqual([
      { year: 2025, counter: 'online', hours: '0.25' },
      { year: 2026, counter: 'online', hours: '1.00' },
    ]);
  });

  it('names the organization that the person belonged to at that time', async () => {
    const { personId } = await school.learner();
    const branch = await school.make.organization(school.root);
    await school.asOwner(`update membership set valid_to = '2026-03-01' where person_id = $1`, [personId]);
    await school.asOwner(
      `insert into membership (person_id, organization_id, kind, valid_from, recorded_at) values ($1, $2, 'full_member', '2026-03-01', now())`,
      [personId, branch.id],
    );
    await school.asOwner('update person set current_organization_id = $2 where id = $1', [personId, branch.id]);
    for (const [n, at] of ['2026-02-28T15:59:59Z', '2026-02-28T16:00:00Z', '2001-01-01T00:00:00Z'].entries())
      await uow.run((tx) => ledger.award(tx, award(personId, n, { effectiveAt: new Date(at) })));
    const rows = await school.pg.query<{ organization_id: string }>(
      'select organization_id from credit_entry where person_id = $1 order by seq',
      [personId],
    );
    expect(rows.map((row) => row.organization_id)).toEqual([school.root.id, branch.id, branch.id]);
  });

  it('takes all back when the transaction does', async () => {
    const { personId } = await school.learner();
    const failing = uow.run(async (tx) => {
      await ledger.award(tx, award(personId, 1));
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    expect(await balance(personId)).toEqual([]);
    const booked = await uow.run((tx) => ledger.award(tx, award(personId, 1)));
    expect(booked.created).toBe(true);
  });
});

describe('append-only', () => {
  const tables = [
    ['credit_entry', 'seq'],
    ['credit_policy', 'version'],
    ['credit_anchor', 'entries'],
    ['watch_heartbeat', 'seq'],
    ['audit_event', 'action'],
  ] as const;

  it.each(tables)('%s refuses update, delete and truncate even by its owner', async (table, name) => {
    const { personId } = await school.learner();
    await uow.run((tx) => ledger.award(tx, award(personId, 1)));
    await school.asOwner(
      `insert into credit_anchor (day, until, entries, heads_hash, signature, created_at) values ('1999-01-01', now(), 0, '', '', now())
       on conflict do nothing`,
    );
    const rows = await school.asOwner(`select 1 from ${table} limit 1`);
    if (rows.length > 0) {
      await expect(school.asOwner(`update ${table} set ${name} = ${name}`)).rejects.toThrow('append-only');
      await expect(school.asOwner(`delete from ${table}`)).rejects.toThrow('append-only');
    }
    await expect(school.asOwner(`truncate ${table} cascade`)).rejects.toThrow('append-only');
  });

  it.each(tables)("%s: the application's role can neither write over it nor disarm it", async (table, name) => {
    for (const sql of [
      `update ${table} set ${name} = ${name}`,
      `delete from ${table}`,
      `truncate ${table}`,
      `alter table ${table} disable trigger all`,
      `drop trigger ${table}_append_only on ${table}`,
      `drop table ${table}`,
    ])
      await expect(school.pg.query(sql)).rejects.toMatchObject({ code: '42501' });
    await expect(school.pg.query(`set session_replication_role = replica`)).rejects.toMatchObject({ code: '42501' });
  });
});
