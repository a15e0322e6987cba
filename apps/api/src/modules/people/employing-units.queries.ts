import type { Sql } from '../../database/sql.ts';
import { scopeSql, type Actor } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';
import { BY_NAME, like } from './sorting.ts';

export interface EmployingUnitRow {
  id: string;
  name: string;
  code: string;
  parent: { id: string; name: string } | null;
  organizations: number;
  people: number;
  revision: number;
}

/** SQL of a reference to a unit by the column that names it, null where it names none. */
export const unitRef = (column: string) =>
  `(select json_build_object('id', eu.id, 'name', eu.name) from employing_unit eu where eu.id = ${column})`;

/** SQL of the name of a unit by the column that names it. */
export const employingUnitName = (column: string) => `(select eu.name from employing_unit eu where eu.id = ${column})`;

/** SQL: the person `p` of an organization is counted to the unit or to one below it; the own unit goes before the organization's. */
export const countedTo = (
  unit: string,
  organization = 'o',
) => `coalesce(p.employing_unit_id, ${organization}.employing_unit_id) in (
  with recursive below as (select ${unit}::uuid as id union select c.id from employing_unit c join below b on c.parent_id = b.id)
  select id from below)`;

/** Two statements' worth of people: those who name the unit, and those whose organization does. */
const peopleOf = (scope: string) => `(
  (select count(*) from person p join organization o on o.id = p.current_organization_id
    where p.employing_unit_id = u.id and p.deactivated_at is null and ${scope})
  + (select count(*) from organization o join person p on p.current_organization_id = o.id
    where o.employing_unit_id = u.id and p.employing_unit_id is null and p.deactivated_at is null and ${scope}))::int`;
const organizationsOf = (scope: string) => `(
  select count(*)::int from organization o where o.employing_unit_id = u.id and o.closed_on is null and ${scope})`;

/** Columns of the contract's view, for `employing_unit u`; counts are of the actor's subtrees. */
function view(actor: Actor, params: unknown[]): string {
  const scope = scopeSql(actor, 'organizations.read', 'o.path', params);
  return `u.id, u.name, u.code, ${unitRef('u.parent_id')} as parent, u.revision, ${organizationsOf(scope)} as organizations, ${peopleOf(scope)} as people`;
}

interface Filter {
  q?: string | undefined;
  employingUnitId?: string | undefined;
}
interface Part {
  after: readonly [string, string] | null;
  limit: number;
}

/** Units by name in pinyin order, one more than `limit` when there are more. */
export function listUnits(db: Sql, actor: Actor, filter: Filter, { after, limit }: Part): Promise<EmployingUnitRow[]> {
  const params: unknown[] = [limit + 1];
  const where = [found(filter, params)];
  if (after) {
    const at = params.push(...after);
    where.push(`(u.name ${BY_NAME}, u.id) > ($${at - 1}::text ${BY_NAME}, $${at}::uuid)`);
  }
  return db.query<EmployingUnitRow>(
    `select ${view(actor, params)} from employing_unit u where ${where.join(' and ')} order by u.name ${BY_NAME}, u.id limit $1`,
    params,
  );
}

/** How many units the search finds. */
export async function countUnits(db: Sql, filter: Filter): Promise<number> {
  const params: unknown[] = [];
  const sql = `select count(*)::int as n from employing_unit u where ${found(filter, params)}`;
  return (await db.one<{ n: number }>(sql, params))?.n ?? 0;
}

function found({ q, employingUnitId }: Filter, params: unknown[]): string {
  const one = employingUnitId ? `u.id = $${params.push(employingUnitId)}` : 'true';
  if (!q) return one;
  const name = params.push(like(q));
  const initials = params.push(like(q.toLowerCase().replace(/\s+/g, '')));
  return `${one} and (u.name ilike '%' || $${name} || '%' or u.initials like '%' || $${initials} || '%' or u.code ilike $${name} || '%')`;
}

/** @throws ApiError employing_unit_not_found */
export async function findUnit(db: Sql, actor: Actor, unitId: string): Promise<EmployingUnitRow> {
  const params: unknown[] = [unitId];
  const row = await db.one<EmployingUnitRow>(
    `select ${view(actor, params)} from employing_unit u where u.id = $1`,
    params,
  );
  if (!row) throw new ApiError('employing_unit_not_found');
  return row;
}

/**
 * Holds a unit that is to be named, so that nobody removes it meanwhile.
 * @returns its name; null where none is named
 * @throws ApiError employing_unit_not_found
 */
export async function holdUnit(tx: Sql, unitId: string | null | undefined): Promise<string | null> {
  if (!unitId) return null;
  const held = await tx.one<{ name: string }>('select name from employing_unit where id = $1 for key share', [unitId]);
  if (!held) throw new ApiError('employing_unit_not_found');
  return held.name;
}

/**
 * Locks a unit that is to be changed; it is the actor's to change while nobody outside the actor's subtrees is counted to it or to a unit below.
 * @throws ApiError employing_unit_not_found, employing_unit_used_elsewhere
 */
export async function lockUnit(tx: Sql, actor: Actor, unitId: string): Promise<EmployingUnitRow> {
  const locked = await tx.execute('select from employing_unit where id = $1 for update', [unitId]);
  if (locked === 0) throw new ApiError('employing_unit_not_found');
  const params: unknown[] = [unitId];
  const scope = scopeSql(actor, 'organizations.write', 'o.path', params);
  const row = await tx.one<{ elsewhere: boolean }>(
    `with recursive below as (select $1::uuid as id union select c.id from employing_unit c join below b on c.parent_id = b.id)
     select exists (select from below b join organization o on o.employing_unit_id = b.id where not (${scope}))
       or exists (select from below b join person p on p.employing_unit_id = b.id
         join organization o on o.id = p.current_organization_id where not (${scope})) as elsewhere`,
    params,
  );
  if (row?.elsewhere) throw new ApiError('employing_unit_used_elsewhere');
  return findUnit(tx, actor, unitId);
}
