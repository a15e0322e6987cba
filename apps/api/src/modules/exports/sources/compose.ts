import type { Sql } from '../../../database/sql.ts';
import type { CellKind, Column, Statement } from './source.ts';

/** Excel counts days from here. */
const FIRST_DAY = `date '1899-12-30'`;
const UNIX_DAY = 25_569;

/** SQL of a value as a cell takes it: exact digits for numbers, serial numbers for days and instants (in the school's zone), text for the rest. */
function valueSql(sql: string, as: CellKind, zone: string): string {
  if (as === 'day') return `((${sql})::date - ${FIRST_DAY})::text`;
  if (as === 'instant')
    return `round(extract(epoch from date_trunc('second', (${sql}) at time zone ${zone})) / 86400 + ${UNIX_DAY}, 10)::text`;
  if (as === 'decimal') return `round((${sql})::numeric, 2)::text`;
  return `(${sql})::text`;
}

const withSql = ({ with: ctes }: Statement) => (ctes.length > 0 ? `with recursive ${ctes.join(', ')}` : '');

/** The rows of the chosen columns, in their order, each value as text. Appends the zone to a copy of the parameters. */
export function rowsSql(
  statement: Statement,
  chosen: readonly Column[],
  zone: string,
): { sql: string; params: unknown[] } {
  const params = [...statement.params, zone];
  // named even where no instant was chosen: every parameter needs a type
  const place = `$${params.length}::text`;
  const values = chosen.map(({ sql, as }) => valueSql(sql, as, place));
  const joins = [...new Set(chosen.flatMap(({ join }) => (join ? [join] : [])))];
  const sql = `${withSql(statement)} select ${values.join(', ')}
    from ${statement.from} ${joins.join(' ')}
    where ${statement.where.join(' and ')} and ${place} is not null${typedParams(statement, [...values, ...joins])}
    order by ${statement.order}`;
  return { sql, params };
}

/** How many rows there are; stops counting behind `most`. */
export async function countRows(sql: Sql, statement: Statement, most: number): Promise<number> {
  const row = await sql.one<{ n: number }>(
    `${withSql(statement)} select count(*)::int as n from (
       select from ${statement.from} where ${statement.where.join(' and ')}${typedParams(statement)} limit ${most + 1}) found`,
    statement.params,
  );
  return row?.n ?? 0;
}

/** PostgreSQL refuses a parameter whose type nothing tells: those that only columns left out would name are named here. */
function typedParams({ params, from, where, with: ctes }: Statement, more: readonly string[] = []): string {
  const text = [...ctes, from, ...where, ...more].join(' ');
  return params
    .map((value, index) => [value, `$${index + 1}`] as const)
    .filter(([, place]) => !new RegExp(`\\${place}(?!\\d)`).test(text))
    .map(([value, place]) => ` and ${place}::${typeOf(value)} is not null`)
    .join('');
}

function typeOf(value: unknown): string {
  if (value instanceof Date) return 'timestamptz';
  return Array.isArray(value) ? 'text[]' : 'text';
}
