import { IsNull, type EntityManager, type FindOperator, type FindOptionsWhere } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { EntityClass } from './columns.ts';

/** Equal to each of these; null means that the column is null. */
export type Where<Row> = { readonly [Field in keyof Row]?: Row[Field] | FindOperator<Row[Field]> };

/** New values; a function gives SQL, e.g. `{ revision: () => 'revision + 1' }`. Undefined leaves a field as it is. */
export type Changes<Row> = { readonly [Field in keyof Row]?: Row[Field] | (() => string) | undefined };

/** Shared rows may be read by others, not written; held rows belong to this transaction until its end. */
export type Lock = 'shared' | 'held';

const modes = { shared: 'pessimistic_read', held: 'pessimistic_write' } as const;

/** Single rows by their entities. Sets, joins and hot paths are SQL in `*.queries.ts`. */
export interface Rows {
  /**
   * The named fields of the one row that matches, or null.
   * @throws Error when more than one row matches
   */
  find<Row extends object, const Field extends keyof Row & string>(
    entity: EntityClass<Row>,
    where: Where<NoInfer<Row>>,
    fields: readonly Field[],
  ): Promise<Pick<Row, Field> | null>;
}

export async function findRow<Row extends object, Field extends keyof Row & string>(
  manager: EntityManager,
  entity: EntityClass<Row>,
  where: Where<Row>,
  fields: readonly Field[],
  lock?: Lock,
): Promise<Pick<Row, Field> | null> {
  const keys = manager.dataSource.getMetadata(entity).primaryColumns.map((column) => column.propertyName);
  const found = await manager.find(entity, {
    select: Object.fromEntries([...keys, ...fields].map((field) => [field, true])),
    where: conditionsOf(where),
    take: 2,
    ...(lock && { lock: { mode: modes[lock] } }),
  } as never);
  if (found.length > 1) throw new Error(`More than one ${entity.name} matches`);
  return found[0] ?? null;
}

/**
 * Inserts one row. Every column that has no default of the database must be named, null included: a new column cannot be forgotten in silence.
 * @returns the values of the named fields, e.g. of an id that the database made
 */
export async function insertRow<Row extends object, Field extends keyof Row & string>(
  manager: EntityManager,
  entity: EntityClass<Row>,
  values: Partial<Row>,
  returning: readonly Field[],
): Promise<Pick<Row, Field>> {
  const { columns } = manager.dataSource.getMetadata(entity);
  const forgotten = columns.filter(
    ({ propertyName, default: own, isGenerated }) =>
      values[propertyName as keyof Row] === undefined && own === undefined && !isGenerated,
  );
  if (forgotten.length > 0) {
    throw new Error(`An insert of ${entity.name} leaves out ${forgotten.map((one) => one.propertyName).join(', ')}`);
  }
  const result = await manager
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(values as QueryDeepPartialEntity<Row>)
    .returning(returning.map(String))
    .updateEntity(false)
    .execute();
  const [row] = result.raw as Record<string, unknown>[];
  const named = returning.map((field) => [field, row?.[columnOf(columns, field)]]);
  return Object.fromEntries(named) as Pick<Row, Field>;
}

/**
 * Updates the named fields of the rows that match, and no other field.
 * @returns how many rows it wrote; nothing is sent when every change is undefined
 */
export async function updateRows<Row extends object>(
  manager: EntityManager,
  entity: EntityClass<Row>,
  where: Where<Row>,
  changes: Changes<Row>,
): Promise<number> {
  const set = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  if (Object.keys(set).length === 0) return 0;
  const update = manager
    .createQueryBuilder()
    .update(entity)
    .set(set as QueryDeepPartialEntity<Row>);
  return (await update.where(conditionsOf(where)).execute()).affected ?? 0;
}

/** Deletes the rows that match. @returns how many */
export async function deleteRows<Row extends object>(
  manager: EntityManager,
  entity: EntityClass<Row>,
  where: Where<Row>,
): Promise<number> {
  const remove = manager.createQueryBuilder().delete().from(entity);
  return (await remove.where(conditionsOf(where)).execute()).affected ?? 0;
}

/** Conditions for TypeORM. An empty or undefined condition would match every row, so it is a mistake. */
function conditionsOf<Row>(where: Where<Row>): FindOptionsWhere<Row> {
  const entries = Object.entries(where);
  if (entries.length === 0 || entries.some(([, value]) => value === undefined)) {
    throw new Error('A condition without a value would match every row');
  }
  return Object.fromEntries(entries.map(([field, value]) => [field, value === null ? IsNull() : value])) as never;
}

function columnOf(columns: readonly { propertyName: string; databaseName: string }[], field: string): string {
  return columns.find((one) => one.propertyName === field)?.databaseName ?? field;
}
