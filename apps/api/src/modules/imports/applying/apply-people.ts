import type { Sql } from '../../../database/sql.ts';
import { noteProgress, spansOf, type Batch } from '../batch.ts';

const SPAN = 5_000;

/** Without the line itself, which is the larger part of a row. */
const columns = `batch_id, row, id, name, initials, kind, position, since, exempt_kind, exempt_reason, employer_code, phone_cipher, phone_hash, phone_last4,
  identity_cipher, identity_hash, identity_last4, action, object_id, organization_id`;
const mine = `select ${columns} from import_row where batch_id = $1 and not skipped and row between $2 and $3`;

/**
 * As insertPerson does it for one: the person, the first membership, the exemption. The revision of whom a row makes is 1, which nobody needs to
 * write down in it.
 */
const create = `
  with r as (${mine} and action = 'create'),
  people as (
    insert into person (id, name, initials, phone_cipher, phone_hash, phone_last4, identity_cipher, identity_hash, identity_last4, exempt,
      exempt_reason, current_organization_id, current_kind, current_position, created_at, employer_id)
    select id, name, initials, phone_cipher, phone_hash, phone_last4, identity_cipher, identity_hash, identity_last4,
      exempt_kind is not null, exempt_reason, organization_id, kind, coalesce(position, 'none'), $4,
      (select u.id from employer u where u.code = r.employer_code) from r order by row),
  exempted as (
    insert into exemption (person_id, kind, reason, valid_from, recorded_at)
    select id, exempt_kind, exempt_reason, coalesce(since, $5::date), $4 from r where exempt_kind is not null)
  insert into membership (person_id, organization_id, kind, position, valid_from, recorded_at)
  select id, organization_id, kind, coalesce(position, 'none'), coalesce(since, $5::date), $4 from r order by row`;

const changing = `${mine} and action in ('update', 'move')`;

const lockThem = `
  select from person where id in (select object_id from (${changing}) r) order by id for update`;

/** What is to come back when the batch is undone; numbers as they are stored, encrypted. */
const remember = `
  update import_row i set before = jsonb_build_object('organizationId', p.current_organization_id, 'kind', p.current_kind,
    'position', p.current_position, 'phoneCipher', encode(p.phone_cipher, 'hex'), 'phoneHash', encode(p.phone_hash, 'hex'),
    'phoneLast4', p.phone_last4, 'identityCipher', encode(p.identity_cipher, 'hex'), 'identityHash', encode(p.identity_hash, 'hex'),
    'identityLast4', p.identity_last4, 'employerId', p.employer_id)
  from (${changing}) r join person p on p.id = r.object_id
  where i.batch_id = r.batch_id and i.row = r.row`;

/** As changeMembership does it for one: what held until now ends today, what the file says begins. */
const belong = `
  with r as (${changing}),
  current as (
    update membership m set superseded_at = $4 from r
    where m.person_id = r.object_id and m.superseded_at is null and m.valid_to is null
      and (m.organization_id, m.kind, m.position) is distinct from (r.organization_id, r.kind, coalesce(r.position, m.position))
    returning m.*, r.organization_id as to_organization, r.kind as to_kind, coalesce(r.position, m.position) as to_position),
  ended as (
    insert into membership (person_id, organization_id, kind, position, valid_from, valid_to, recorded_at)
    select person_id, organization_id, kind, position, valid_from, $5::date, $4 from current where valid_from < $5::date)
  insert into membership (person_id, organization_id, kind, position, valid_from, recorded_at)
  select person_id, to_organization, to_kind, to_position, $5::date, $4 from current`;

const rewrite = `
  with r as (${changing}),
  written as (
    update person p set current_organization_id = r.organization_id, current_kind = r.kind,
      current_position = coalesce(r.position, p.current_position),
      phone_cipher = coalesce(r.phone_cipher, p.phone_cipher), phone_hash = coalesce(r.phone_hash, p.phone_hash),
      phone_last4 = coalesce(r.phone_last4, p.phone_last4), identity_cipher = coalesce(r.identity_cipher, p.identity_cipher),
      employer_id = coalesce((select u.id from employer u where u.code = r.employer_code), p.employer_id),
      identity_hash = coalesce(r.identity_hash, p.identity_hash), identity_last4 = coalesce(r.identity_last4, p.identity_last4),
      revision = p.revision + 1
    from r where p.id = r.object_id returning p.id, p.revision)
  update import_row i set revision = w.revision from written w, r
  where r.object_id = w.id and i.batch_id = r.batch_id and i.row = r.row`;

/** A transfer that waits for somebody whose organization is another now has lost its object. */
const withdraw = `
  update transfer t set state = 'withdrawn', decided_at = $4 from (${mine} and action = 'move') r
  where t.person_id = r.object_id and t.state = 'requested'`;

/** Writes what the rows say, a span at a time, in the transaction of the whole. */
export async function applyPeople(tx: Sql, batch: Batch, today: string, now: Date, progress: Sql): Promise<void> {
  const spans = await spansOf(tx, batch.id, SPAN);
  const total = spans.reduce((sum, { rows }) => sum + rows, 0);
  const changes = (batch.counts?.update ?? 0) + (batch.counts?.move ?? 0) > 0;
  let done = 0;
  for (const { from, to, rows } of spans) {
    await noteProgress(progress, batch.id, done, total);
    const at = [batch.id, from, to];
    await tx.execute(create, [...at, now, today]);
    if (changes) {
      await tx.execute(lockThem, at);
      await tx.execute(remember, at);
      await tx.execute(belong, [...at, now, today]);
      await tx.execute(rewrite, at);
      await tx.execute(withdraw, [...at, now]);
    }
    done += rows;
  }
}
