import type { Tx } from '../../database/unit-of-work.ts';
import { ruleRows } from './rules.ts';
import { activities, makeAtOnce, ownFromAll, standings } from './settle.sql.ts';
import { clear, raise, roll, standingSums, trainingSums, workTables } from './sums.sql.ts';
import { settleTree } from './steps.ts';
import { trainingFromAll } from './training.sql.ts';

const CHUNK = 5_000;
const derived = [
  'standing',
  'activity',
  'organization_below',
  ...[standingSums, trainingSums].flatMap(({ own, total }) => [own, total]),
];

/** Everything that is derived, anew from its rows; what changes meanwhile waits and is counted afterwards. */
export async function rebuild(tx: Tx, zone: string): Promise<void> {
  await tx.query('lock table training_change in exclusive mode');
  for (const table of [...derived, 'standing_dirty', 'organization_dirty', 'training_change'])
    await tx.execute(`delete from ${table}`);
  // What is read here is sorted and summed by the hundred thousand.
  await tx.query(`set local work_mem = '256MB'; set local jit = off; set local statement_timeout = 0`);
  await tx.execute('insert into organization_dirty (organization_id) select id from organization');
  await settleTree(tx, zone);
  await everybody(tx, zone);
  await tx.execute(ownFromAll);
  await tx.execute(trainingFromAll, [zone]);
  await tx.query(`${workTables(standingSums)}; ${workTables(trainingSums)}`);
  for (const sums of [standingSums, trainingSums]) {
    await tx.execute(roll(sums, sums.own, 'organization_below'));
    await tx.execute(raise(sums));
    await tx.query(clear(sums));
  }
}

async function everybody(tx: Tx, zone: string): Promise<void> {
  const people = await tx.query<{ id: string }>('select id from person order by current_organization_id, id');
  const rules = await ruleRows(tx);
  const horizon = await tx.one<{ year: number }>('select year from standing_horizon');
  for (let at = 0; at < people.length; at += CHUNK) {
    const ids = people.slice(at, at + CHUNK).map(({ id }) => id);
    await tx.execute(makeAtOnce(standings), [ids, zone, rules, horizon?.year]);
    await tx.execute(makeAtOnce(activities), [ids, zone]);
  }
}
