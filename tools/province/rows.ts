import { CopyLines } from './copy-lines.ts';
import { tableNames, type Table } from './tables.ts';

/** The rows of every table that wait to be written. */
export type Rows = Record<Table, CopyLines>;

export const noRows = (): Rows =>
  Object.fromEntries(tableNames.map((table) => [table, new CopyLines()])) as unknown as Rows;
