import { firstOf } from '../../database/first-of.ts';
import type { Tx } from '../../database/unit-of-work.ts';
import { ruleRows } from './rules.ts';
import { activities, freshTable, makeFresh, putIn, standings, takeAway } from './recount.sql.ts';
import { addToOwn, clear, raise, roll, standingSums, trainingSums, workTables } from './sums.sql.ts';
import { takeTraining } from './training.sql.ts';
import {
  clearTree,
  findWays,
  keepHalf,
  noteOrganizations,
  putWaysIn,
  takeOrganizations,
  takeWaysAway,
  treeTables,
} from './tree.sql.ts';

// Each step needs the lock of `Standings`. Totals are linear in changes and in ways up, so that the order of steps does not matter: while no way up is
// known (see `forget`), people change the figures of their own organization alone, and may be counted side by side.

const treeWork = `${treeTables}; ${workTables(standingSums)}; ${workTables(trainingSums)}`;

/** Places the organizations whose rows changed; what they and everything below them count for goes along. */
export async function recountTree(tx: Tx, zone: string): Promise<void> {
  await tx.query(treeWork);
  if ((await tx.execute(takeOrganizations)) === 0) return;
  await tx.execute(findWays, [zone]);
  const gone = await tx.execute(takeWaysAway);
  const come = await tx.execute(putWaysIn);
  if (gone + come > 0) await countWays(tx);
  await tx.query(clearTree);
}

/**
 * The ways up to half of all ancestors, of organizations of which no way is known (see `forget`). Whoever is noted stays so: a last `recountTree` finds
 * what is missing, which is nothing unless a half was cut off.
 */
export async function recountHalfTree(tx: Tx, zone: string, half: 0 | 1): Promise<void> {
  await tx.query(treeWork);
  await tx.execute(noteOrganizations);
  await tx.execute(findWays, [zone]);
  await tx.execute(keepHalf, [half]);
  await tx.execute(putWaysIn);
  await countWays(tx);
  await tx.query(clearTree);
}

/** What organizations count for goes the ways that changed. */
async function countWays(tx: Tx): Promise<void> {
  for (const sums of [standingSums, trainingSums]) {
    await tx.execute(roll(sums, sums.own, 'below_change', 'w.sign'));
    await tx.execute(raise(sums));
    await tx.query(clear(sums));
  }
}

/** Counts some of the people who were noted. @returns how many notes were taken */
export async function recountPeople(tx: Tx, zone: string, limit: number): Promise<number> {
  const noted = await tx.query<{ personId: string }>(
    `delete from standing_dirty where ${firstOf('standing_dirty', '$1')} returning person_id as "personId"`,
    [limit],
  );
  if (noted.length === 0) return 0;
  const people = [...new Set(noted.map(({ personId }) => personId))];
  const horizon = await tx.one<{ year: number }>('select year from standing_horizon');
  await tx.query(`${workTables(standingSums)}; ${freshTable(standings)}; ${freshTable(activities)}`);
  await tx.execute(makeFresh(standings), [people, zone, await ruleRows(tx), horizon?.year]);
  await tx.execute(makeFresh(activities), [people, zone]);
  for (const spans of [standings, activities]) {
    await tx.execute(takeAway(spans), [people]);
    await tx.execute(putIn(spans));
    await tx.query(`delete from ${spans.fresh}`);
  }
  await tx.execute(addToOwn(standingSums));
  await tx.execute(roll(standingSums, standingSums.change, 'organization_below'));
  await tx.execute(raise(standingSums));
  await tx.query(clear(standingSums));
  return noted.length;
}

/** Counts some of what changed in assigned training. @returns how many changes were taken */
export async function recountTraining(tx: Tx, zone: string, limit: number): Promise<number> {
  await tx.query(workTables(trainingSums));
  const row = await tx.one<{ taken: number }>(takeTraining, [limit, zone]);
  if (!row || row.taken === 0) return 0;
  await tx.execute(addToOwn(trainingSums));
  await tx.execute(roll(trainingSums, trainingSums.change, 'organization_below'));
  await tx.execute(raise(trainingSums));
  await tx.query(clear(trainingSums));
  return row.taken;
}
