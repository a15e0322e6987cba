import type { Sql } from '../../../database/sql.ts';
import { noteProgress, spansOf, type Batch } from '../batch.ts';
import { findReferences, type Blocker } from './references.ts';

const SPAN = 5_000;
const mine = `select * from import_row where batch_id = $1 and not skipped and row between $2 and $3`;
const changed = `${mine} and action in ('update', 'move')`;

const lockAll = `
  select from person where id in (select object_id from import_row where batch_id = $1 and not skipped and action <> 'nothing')
  order by id for update`;
const changedSince = `
  select count(*)::int as count, min(r.name) as name from import_row r left join person p on p.id = r.object_id
  where r.batch_id = $1 and not r.skipped and r.action <> 'nothing' and p.revision is distinct from
    case r.action when 'create' then 1 else r.revision end`;
/** A number that was replaced may belong to somebody else by now. */
const numbersGone = `
  select count(*)::int as count, min(r.name) as name from import_row r join person p on p.id <> r.object_id
    and (p.phone_hash = decode(r.before ->> 'phoneHash', 'hex') or p.identity_hash = decode(r.before ->> 'identityHash', 'hex'))
  where r.batch_id = $1 and r.before is not null`;
const placesClosed = `
  select count(*)::int as count, min(r.name) as name from import_row r join organization o on o.id = (r.before ->> 'organizationId')::uuid
  where r.batch_id = $1 and r.action = 'move' and o.closed_on is not null`;

/** What stands against it; the people are locked, so that nothing comes between. */
export async function peopleBlockers(tx: Sql, batch: Batch): Promise<Blocker[]> {
  await tx.execute(lockAll, [batch.id]);
  const found: Blocker[] = [];
  for (const [what, sql] of Object.entries({ changed: changedSince, numbers: numbersGone, closed: placesClosed })) {
    const row = await tx.one<{ count: number; name: string }>(sql, [batch.id]);
    if (row && row.count > 0) found.push({ what, ...row });
  }
  return [...found, ...(await findReferences(tx, batch.id, 'person'))];
}

/** From now on it is known that the history was as before the batch: its rows are superseded, those that it superseded are written anew. */
const memberships = `
  with r as (${changed}),
  gone as (
    update membership m set superseded_at = $4 from r
    where m.person_id = r.object_id and m.superseded_at is null and m.recorded_at = $5 returning m.person_id)
  insert into membership (person_id, organization_id, kind, position, valid_from, valid_to, recorded_at)
  select m.person_id, m.organization_id, m.kind, m.position, m.valid_from, m.valid_to, $4
  from membership m where m.superseded_at = $5 and m.person_id in (select person_id from gone)`;
const restore = `
  with r as (${changed})
  update person p set current_organization_id = (r.before ->> 'organizationId')::uuid, current_kind = r.before ->> 'kind',
    current_position = r.before ->> 'position',
    phone_cipher = decode(r.before ->> 'phoneCipher', 'hex'), phone_hash = decode(r.before ->> 'phoneHash', 'hex'),
    phone_last4 = r.before ->> 'phoneLast4', identity_cipher = decode(r.before ->> 'identityCipher', 'hex'),
    identity_hash = decode(r.before ->> 'identityHash', 'hex'), identity_last4 = r.before ->> 'identityLast4',
    employer_id = (r.before ->> 'employerId')::uuid, revision = p.revision + 1
  from r where p.id = r.object_id`;
const removals = ['membership', 'exemption', 'assignment_target', 'activation_code'].map(
  (table) => `delete from ${table} where person_id in (select object_id from (${mine} and action = 'create') r)`,
);
/** The members that leave are counted first: a deletion has no trigger of its own. */
const uncount = `
  update organization o set member_count = member_count - gone.n
  from (select current_organization_id as id, count(*)::int as n from person
    where id in (select object_id from (${mine} and action = 'create') r) and deactivated_at is null group by 1) gone
  where o.id = gone.id`;
const remove = `delete from person where id in (select object_id from (${mine} and action = 'create') r)`;

/** Takes back what the batch did to people. @param since when it was done */
export async function undoPeople(tx: Sql, batch: Batch, since: Date, now: Date, progress: Sql): Promise<void> {
  const spans = await spansOf(tx, batch.id, SPAN);
  const total = spans.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const { from, to, rows } of spans) {
    await noteProgress(progress, batch.id, done, total);
    const at = [batch.id, from, to];
    await tx.execute(memberships, [...at, now, since]);
    await tx.execute(restore, at);
    for (const sql of [...removals, uncount, remove]) await tx.execute(sql, at);
    done += rows;
  }
}
