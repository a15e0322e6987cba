import { getMetadataArgsStorage } from 'typeorm';

/** A class that TypeORM maps to a table. */
export type EntityClass<Row extends object> = new () => Row;

/** Columns of an entity as SQL; the type parameter is the row that a query of them answers. */
export class Columns<Row> {
  /** Exists for the compiler only: `RowOf<typeof columns>` reads it. */
  declare readonly row: Row;

  constructor(private readonly sql: string) {}

  /** So that a template string of SQL may hold it. */
  toString(): string {
    return this.sql;
  }
}

export type RowOf<C> = C extends Columns<infer Row> ? Row : never;

/** The name of a field's column, as the entity declares it. @throws Error for a field that is no column */
function columnName<Row extends object>(entity: EntityClass<Row>, field: keyof Row & string): string {
  const found = getMetadataArgsStorage().columns.find(
    ({ target, propertyName }) =>
      propertyName === field && (target === entity || (entity.prototype as object) instanceof (target as () => void)),
  );
  if (!found) throw new Error(`${entity.name}.${field} is no column`);
  return found.options.name ?? field;
}

/**
 * Named columns of an entity for a select list: `l.id, l.unit_id as "unitId"`. One list gives the SQL and the type of its rows, so that neither
 * can hold a column that the other lacks.
 * @param alias of the table in the statement
 */
export function columns<Row extends object, const Field extends keyof Row & string>(
  entity: EntityClass<Row>,
  alias: string,
  fields: readonly Field[],
): Columns<Pick<Row, Field>> {
  const list = fields.map((field) => {
    const name = columnName(entity, field);
    return name === field ? `${alias}.${name}` : `${alias}.${name} as "${field}"`;
  });
  return new Columns(list.join(', '));
}
