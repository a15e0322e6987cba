import type { Sql } from '../../../database/sql.ts';
import { noteProgress, spansOf, type Batch } from '../batch.ts';

const SPAN = 20_000;

const finding = (when: string, column: string, code: string, params = `'{}'::jsonb`) =>
  `case when ${when} then jsonb_build_object('column', ${column}, 'code', '${code}', 'params', ${params}) end`;
const atRow = (row: string) => `jsonb_build_object('row', ${row})`;

const problems = [
  finding('r.code is not null and o.id is null', `'organizationCode'`, 'organization_not_found'),
  finding('o.closed_on is not null', `'organizationCode'`, 'organization_closed'),
  finding('r.row > phones.first', `'phone'`, 'phone_repeated', atRow('phones.first')),
  finding('r.row > identities.first', `'identityNumber'`, 'identity_repeated', atRow('identities.first')),
  finding(
    'names.first is not null',
    `'name'`,
    'name_repeated',
    atRow('case when names.first = r.row then names.last else names.first end'),
  ),
  finding('pp.id is not null and pp.id is distinct from m.id', `'phone'`, 'phone_taken'),
  finding('m.id is not null and not in_reach', 'found_by', 'person_elsewhere'),
  finding('in_reach and m.deactivated_at is not null', 'found_by', 'person_deactivated'),
  finding('in_reach and m.name <> r.name', `'name'`, 'name_differs', `jsonb_build_object('name', m.name)`),
  finding('in_reach and r.exempt_kind is not null and not m.exempt', `'exemptKind'`, 'exempt_of_existing'),
  finding('same.id is not null', `'name'`, 'same_name'),
  finding('r.employer_code is not null and u.id is null', `'employerCode'`, 'employer_not_found'),
];

const repeatTable = `
  create temporary table if not exists import_repeat (what text, hash bytea, name text, code text, first int, last int) on commit delete rows`;
const ofRows = (column: string) =>
  `($2::int[] is null or ${column} in (select ${column} from import_row where batch_id = $1 and row = any($2)))`;
/** What stands in several rows, found once for all of them. $1 the batch, $2 the rows that are looked at or null. */
const repeats = `
  insert into import_repeat (what, hash, name, code, first, last)
  ${['phone', 'identity']
    .map(
      (what) => `select '${what}', ${what}_hash, null, null, min(row), max(row) from import_row
    where batch_id = $1 and not skipped and ${what}_hash is not null and ${ofRows(`${what}_hash`)} group by ${what}_hash having count(*) > 1
  union all `,
    )
    .join('\n  ')}
  select 'name', null, name, code, min(row), max(row) from import_row
    where batch_id = $1 and not skipped and name is not null and ${ofRows('name')} group by name, code
    having count(*) > 1 and bool_or(phone_hash is null and identity_hash is null)`;

/**
 * Decides rows of people: who they are by the keyed hashes of their numbers, what would happen, what stands against it. $1 the batch, $2 the
 * path of its place, $3 and $4 the span, $5 the rows or null for all of them. Only what comes out differently is written.
 */
const decide = `
  with r as (
    select * from import_row where batch_id = $1 and not skipped and row between $3 and $4 and ($5::int[] is null or row = any($5))),
  seen as materialized (
    select r.row, o.id as organization_id, coalesce(m.id, r.id) as object_id, m.revision,
      to_jsonb(array_remove(array[${problems.join(',\n        ')}], null)) as problems,
      case when m.id is null then 'create'
        when m.current_organization_id <> o.id then 'move'
        when m.current_kind <> r.kind or m.current_position <> coalesce(r.position, m.current_position)
          or m.phone_hash is distinct from coalesce(r.phone_hash, m.phone_hash)
          or m.identity_hash is distinct from coalesce(r.identity_hash, m.identity_hash)
          or m.employer_id is distinct from coalesce(u.id, m.employer_id) then 'update'
        else 'nothing' end as action
    from r
    left join organization o on o.code = r.code and o.path <@ $2::ltree
    left join employer u on u.code = r.employer_code
    left join import_repeat phones on phones.what = 'phone' and phones.hash = r.phone_hash
    left join import_repeat identities on identities.what = 'identity' and identities.hash = r.identity_hash
    left join import_repeat names on names.what = 'name' and names.name = r.name and names.code = r.code and r.phone_hash is null and r.identity_hash is null
    left join person pi on pi.identity_hash = r.identity_hash
    left join person pp on pp.phone_hash = r.phone_hash
    left join person m on m.id = coalesce(pi.id, case when r.identity_hash is null or pp.identity_hash is null then pp.id end)
    left join organization home on home.id = m.current_organization_id
    cross join lateral (select coalesce(home.path <@ $2::ltree, false) as in_reach,
      case when pi.id is not null then 'identityNumber' else 'phone' end as found_by) x
    left join lateral (
      select p.id from person p
      where r.phone_hash is null and r.identity_hash is null and p.current_organization_id = o.id and p.name = r.name
        and p.deactivated_at is null limit 1) same on true)
  update import_row i set organization_id = s.organization_id, object_id = s.object_id, revision = s.revision, problems = s.problems,
    action = case when s.problems = '[]' and i.cell_problems = '[]' then s.action end
  from seen s
  where i.batch_id = $1 and i.row between $3 and $4 and i.row = s.row
    and (i.organization_id, i.object_id, i.revision, i.problems, i.action) is distinct from (s.organization_id, s.object_id, s.revision,
      s.problems, case when s.problems = '[]' and i.cell_problems = '[]' then s.action end)`;

/**
 * Checks all rows. The rows of a file that was just read have no statistics: the planner would take them for a few and go through them once
 * for each of them. @returns how many come out otherwise than before
 */
export async function checkPeople(tx: Sql, batch: Batch, progress: Sql): Promise<number> {
  const spans = await spansOf(tx, batch.id, SPAN);
  const total = spans.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  let changed = 0;
  await tx.execute('set local enable_nestloop = off');
  await findRepeats(tx, batch, null);
  for (const { from, to, rows } of spans) {
    await noteProgress(progress, batch.id, done, total);
    changed += await tx.execute(decide, [batch.id, batch.path, from, to, null]);
    done += rows;
  }
  await tx.execute('set local enable_nestloop = on');
  return changed;
}

/** Checks one row again, and those that name the same numbers or the same nameless person as it did before or does now. */
export async function recheckPeople(tx: Sql, batch: Batch, rows: readonly number[]): Promise<void> {
  await findRepeats(tx, batch, rows);
  await tx.execute(decide, [batch.id, batch.path, Math.min(...rows), Math.max(...rows), rows]);
}

async function findRepeats(tx: Sql, { id }: Batch, rows: readonly number[] | null): Promise<void> {
  await tx.execute(repeatTable);
  await tx.execute('delete from import_repeat');
  await tx.execute(repeats, [id, rows]);
}

/** Rows that name the same as this one. */
export async function sameRows(tx: Sql, batchId: string, row: number): Promise<number[]> {
  const found = await tx.query<{ row: number }>(
    `select o.row from import_row r join import_row o on o.batch_id = r.batch_id
       and (o.row = r.row or o.phone_hash = r.phone_hash or o.identity_hash = r.identity_hash or (o.name = r.name and o.code = r.code))
     where r.batch_id = $1 and r.row = $2`,
    [batchId, row],
  );
  return found.map((one) => one.row);
}
