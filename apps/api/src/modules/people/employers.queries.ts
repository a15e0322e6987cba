import type { Sql } from '../../database/sql.ts';
import type { Actor } from '../../http/actor.ts';
import { scopeOf, type Scope } from '../../http/scope.ts';
import { ApiError } from '../../http/api-error.ts';
import { BY_NAME, like } from './sorting.ts';

export interface EmployerRow {
  id: string;
  name: string;
  code: string;
  parent: { id: string; name: string } | null;
  organizations: number;
  people: number;
  revision: number;
}

/** SQL of a reference to an employer by the column that names it, null where it names none. */
export const employerRef = (column: string) =>
  `(select json_build_object('id', eu.id, 'name', eu.name) from employer eu where eu.id = ${column})`;

/** SQL of the name of an employer by the column that names it. */
export const employerName = (column: string) => `(select eu.name from employer eu where eu.id = ${column})`;

/** SQL: the person `p` of an organization is counted to the employer or to one below it; the own employer goes before the organization's. */
export const countedTo = (
  employer: string,
  organization = 'o',
) => `coalesce(p.employer_id, ${organization}.employer_id) in (
  with recursive below as (select ${employer}::uuid as id union select c.id from employer c join below b on c.parent_id = b.id)
  select id from below)`;

/** Two statements' worth of people: those who name the employer, and those whose organization does. */
const peopleOf = (inside: string) => `(
  (select count(*) from person p join organization o on o.id = p.current_organization_id
    where p.employer_id = u.id and p.deactivated_at is null and ${inside})
  + (select count(*) from organization o join person p on p.current_organization_id = o.id
    where o.employer_id = u.id and p.employer_id is null and p.deactivated_at is null and ${inside}))::int`;
const organizationsOf = (inside: string) => `(
  select count(*)::int from organization o where o.employer_id = u.id and o.closed_on is null and ${inside})`;

/** Columns of the contract's view, for `employer u`; counts are of the actor's subtrees. */
function view(scope: Scope<'organizations.read'>, params: unknown[]): string {
  const inside = scope.sql('o.path', params);
  return `u.id, u.name, u.code, ${employerRef('u.parent_id')} as parent, u.revision, ${organizationsOf(inside)} as organizations, ${peopleOf(inside)} as people`;
}

interface Filter {
  q?: string | undefined;
  employerId?: string | undefined;
}
interface Part {
  after: readonly [string, string] | null;
  limit: number;
}

/** Employers by name in pinyin order, one more than `limit` when there are more. */
export function listEmployers(
  db: Sql,
  scope: Scope<'organizations.read'>,
  filter: Filter,
  { after, limit }: Part,
): Promise<EmployerRow[]> {
  const params: unknown[] = [limit + 1];
  const where = [found(filter, params)];
  if (after) {
    const at = params.push(...after);
    where.push(`(u.name ${BY_NAME}, u.id) > ($${at - 1}::text ${BY_NAME}, $${at}::uuid)`);
  }
  return db.query<EmployerRow>(
    `select ${view(scope, params)} from employer u where ${where.join(' and ')} order by u.name ${BY_NAME}, u.id limit $1`,
    params,
  );
}

/** How many employers the search finds. */
export async function countEmployers(db: Sql, filter: Filter): Promise<number> {
  const params: unknown[] = [];
  const sql = `select count(*)::int as n from employer u where ${found(filter, params)}`;
  return (await db.one<{ n: number }>(sql, params))?.n ?? 0;
}

function found({ q, employerId }: Filter, params: unknown[]): string {
  const one = employerId ? `u.id = $${params.push(employerId)}` : 'true';
  if (!q) return one;
  const name = params.push(like(q));
  const initials = params.push(like(q.toLowerCase().replace(/\s+/g, '')));
  return `${one} and (u.name ilike '%' || $${name} || '%' or u.initials like '%' || $${initials} || '%' or u.code ilike $${name} || '%')`;
}

/** @throws ApiError employer_not_found */
export async function findEmployer(
  db: Sql,
  scope: Scope<'organizations.read'>,
  employerId: string,
): Promise<EmployerRow> {
  const params: unknown[] = [employerId];
  const row = await db.one<EmployerRow>(`select ${view(scope, params)} from employer u where u.id = $1`, params);
  if (!row) throw new ApiError('employer_not_found');
  return row;
}

/**
 * Holds an employer that is to be named, so that nobody removes it meanwhile.
 * @returns its name; null where none is named
 * @throws ApiError employer_not_found
 */
export async function holdEmployer(tx: Sql, employerId: string | null | undefined): Promise<string | null> {
  if (!employerId) return null;
  const held = await tx.one<{ name: string }>('select name from employer where id = $1 for key share', [employerId]);
  if (!held) throw new ApiError('employer_not_found');
  return held.name;
}

/**
 * Locks an employer that is to be changed; it is the actor's to change while nobody outside the actor's subtrees is counted to it or to an employer below.
 * @throws ApiError employer_not_found, employer_used_elsewhere
 */
export async function lockEmployer(
  tx: Sql,
  actor: Actor,
  scope: Scope<'organizations.write'>,
  employerId: string,
): Promise<EmployerRow> {
  const locked = await tx.execute('select from employer where id = $1 for update', [employerId]);
  if (locked === 0) throw new ApiError('employer_not_found');
  const params: unknown[] = [employerId];
  const inside = scope.sql('o.path', params);
  const row = await tx.one<{ elsewhere: boolean }>(
    `with recursive below as (select $1::uuid as id union select c.id from employer c join below b on c.parent_id = b.id)
     select exists (select from below b join organization o on o.employer_id = b.id where not (${inside}))
       or exists (select from below b join person p on p.employer_id = b.id
         join organization o on o.id = p.current_organization_id where not (${inside})) as elsewhere`,
    params,
  );
  if (row?.elsewhere) throw new ApiError('employer_used_elsewhere');
  return findEmployer(tx, scopeOf(actor, 'organizations.read'), employerId);
}
