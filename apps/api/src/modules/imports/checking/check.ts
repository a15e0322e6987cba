import type { Sql } from '../../../database/sql.ts';
import type { Batch } from '../batch.ts';
import { checkOrganizations } from './check-organizations.ts';
import { checkPeople } from './check-people.ts';

/** Nobody removes an employer that the rows name until the end of the transaction. */
const holdEmployers = `
  select from employer where code in (select employer_code from import_row where batch_id = $1 and not skipped)
  order by id for key share`;

/**
 * Looks at every row against the school as it is now. @returns how many come out otherwise than before
 * @param progress where the progress is told, which others see at once
 */
export async function check(tx: Sql, batch: Batch, progress: Sql): Promise<number> {
  await tx.execute(holdEmployers, [batch.id]);
  return batch.kind === 'people' ? checkPeople(tx, batch, progress) : checkOrganizations(tx, batch, progress);
}
