import type { Tx } from '../../database/unit-of-work.ts';
import { standingSums, trainingSums } from './sums.sql.ts';
import { trainingFromAll } from './training.sql.ts';

const derived = [
  'standing',
  'activity',
  'organization_below',
  ...[standingSums, trainingSums].flatMap(({ own, total }) => [own, total]),
];

/**
 * Forgets everything derived and notes everybody, so that counting the notes derives it again, also after a kill: whoever was counted is no longer
 * noted, and totals follow once the ways up are found. Needs the lock of `Standings`.
 */
export async function forget(tx: Tx, zone: string): Promise<void> {
  // Nobody changes targets until all of them are summed.
  await tx.query('lock table training_change in exclusive mode');
  for (const table of [...derived, 'standing_dirty', 'organization_dirty', 'training_change'])
    await tx.execute(`delete from ${table}`);
  await tx.execute('insert into standing_dirty (person_id) select id from person order by current_organization_id, id');
  await tx.execute('insert into organization_dirty (organization_id) select id from organization');
  await tx.execute(trainingFromAll, [zone]);
}
