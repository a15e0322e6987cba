import type { Sql } from '../../../database/sql.ts';
import type { Batch } from '../batch.ts';
import { checkOrganizations } from './check-organizations.ts';
import { checkPeople } from './check-people.ts';

/**
 * Looks at every row against the school as it is now. @returns how many come out otherwise than before
 * @param progress where the progress is told, which others see at once
 */
export const check = (tx: Sql, batch: Batch, progress: Sql): Promise<number> =>
  batch.kind === 'people' ? checkPeople(tx, batch, progress) : checkOrganizations(tx, batch, progress);
