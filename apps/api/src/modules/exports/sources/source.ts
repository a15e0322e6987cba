import type { ExportQuery } from '@dangxiao/contracts';
import type { ValueGroup } from '@dangxiao/contracts/labels';
import type { Permission } from '@dangxiao/domain';
import type { Sql } from '../../../database/sql.ts';
import type { Actor } from '../../../http/actor.ts';
import type { AsOf } from '../../people/index.ts';

/** What is asked of a source: by whom, with which filters, as of which day. */
export interface Asked {
  sql: Sql;
  actor: Actor;
  query: ExportQuery;
  asOf: AsOf | null;
  /** Whole phone and identity numbers where the actor's `people.numbers` reaches. */
  wholeNumbers: boolean;
  now: Date;
  zone: string;
}

/** How a value of the database becomes a cell. */
export type CellKind =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'day'
  | 'instant'
  | 'phone'
  | 'identity'
  | 'action'
  | 'objectType'
  | 'values'
  | { word: ValueGroup };

export interface Column {
  sql: string;
  as: CellKind;
  width: number;
  /** A join of the statement that this column alone needs. */
  join?: string;
}

/** A list as one statement: the same rows, scope and filters as its page. */
export interface Statement {
  /** What the ids of the query are called. */
  names: Record<string, string>;
  with: string[];
  from: string;
  where: string[];
  order: string;
  params: unknown[];
  columns: Readonly<Record<string, Column>>;
}

export interface Source {
  /** The permission that the list itself needs. */
  permission: Permission;
  /** What is derived is brought up to date first, outside the statement's own snapshot. */
  prepare?(): Promise<void>;
  /** @throws ApiError *_not_found for an object that is out of the actor's sight */
  statement(asked: Asked): Promise<Statement>;
}

export const text = (sql: string, width = 16, join?: string): Column => ({
  sql,
  as: 'text',
  width,
  ...(join && { join }),
});
export const column = (sql: string, as: CellKind, width: number): Column => ({ sql, as, width });
export const word = (sql: string, group: ValueGroup, width = 14): Column => ({ sql, as: { word: group }, width });
