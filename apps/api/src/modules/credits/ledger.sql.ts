import type { Counter, Hours, LedgerEntry, SourceKind } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

export interface StoredEntry {
  id: string;
  personId: string;
  counter: Counter;
  hours: Hours;
  effectiveAt: Date;
  year: number;
  organizationId: string;
  sourceKind: SourceKind;
  sourceId: string;
  part: number;
  policyVersion: number;
  evidence: LedgerEntry['evidence'];
  recordedBy: string | null;
  reversed: boolean;
}

const storedColumns = `
  e.id, e.person_id as "personId", e.counter, e.hours, e.effective_at as "effectiveAt", e.year, e.organization_id as "organizationId",
  e.source_kind as "sourceKind", e.source_id as "sourceId", e.part, e.policy_version as "policyVersion", e.evidence,
  e.recorded_by as "recordedBy", exists (select from credit_entry r where r.reverses_id = e.id) as reversed`;

/** Makes and locks the head of the person's chain until the end of the transaction; seq 0 before the first entry. */
export async function lockChain(sql: Sql, personId: string): Promise<{ seq: number; hash: string }> {
  const head = await sql.one<{ seq: number; hash: string }>(
    `insert into credit_chain (person_id, seq, hash) values ($1, 0, '')
     on conflict (person_id) do update set seq = credit_chain.seq returning seq, hash`,
    [personId],
  );
  if (!head) throw new Error('A chain was not made');
  return head;
}

/** The entry that stands for a source, or null when the source is free. */
export function claimedEntry(
  sql: Sql,
  claim: Pick<StoredEntry, 'personId' | 'counter' | 'sourceKind' | 'sourceId' | 'part'>,
) {
  return sql.one<{ id: string; hours: Hours }>(
    `select e.id, e.hours from credit_claim c join credit_entry e on e.id = c.entry_id
     where c.person_id = $1 and c.counter = $2 and c.source_kind = $3 and c.source_id = $4 and c.part = $5`,
    [claim.personId, claim.counter, claim.sourceKind, claim.sourceId, claim.part],
  );
}

/** The entry that a recognition's request made, whatever became of it: a late retry must not enter it anew. */
export function requestedEntry(sql: Sql, { personId, sourceId }: Pick<StoredEntry, 'personId' | 'sourceId'>) {
  return sql.one<{ id: string; hours: Hours }>(
    `select id, hours from credit_entry where person_id = $1 and source_kind = 'recognition' and source_id = $2 order by seq limit 1`,
    [personId, sourceId],
  );
}

export function entryById(sql: Sql, entryId: string) {
  return sql.one<StoredEntry>(`select ${storedColumns} from credit_entry e where e.id = $1`, [entryId]);
}

/** The organization that the person belonged to on the instant's day in the zone; today's when the records do not reach back so far. */
export async function organizationOn(sql: Sql, personId: string, instant: Date, zone: string): Promise<string> {
  const row = await sql.one<{ organizationId: string }>(
    `select coalesce(
       (select m.organization_id from membership m
        where m.person_id = p.id and m.superseded_at is null and d.day >= m.valid_from and (m.valid_to is null or d.day < m.valid_to)),
       p.current_organization_id) as "organizationId"
     from person p, (select ($2::timestamptz at time zone $3)::date as day) d where p.id = $1`,
    [personId, instant, zone],
  );
  if (!row) throw new Error('There is no such person');
  return row.organizationId;
}

type Appended = LedgerEntry & {
  recordedAt: Date;
  previousHash: string | null;
  hash: string;
};

/** Entry, head, balance and (for anything but a reversal) claim, in one statement. */
const append = `
  with entry as (
    insert into credit_entry (id, person_id, seq, counter, hours, effective_at, year, organization_id, source_kind, source_id, part,
      policy_version, reverses_id, evidence, recorded_by, recorded_at, previous_hash, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
    returning id, person_id, seq, counter, hours, year, source_kind, source_id, part, hash
  ), head as (
    update credit_chain c set seq = e.seq, hash = e.hash from entry e where c.person_id = e.person_id
  ), claim as (
    insert into credit_claim (person_id, counter, source_kind, source_id, part, entry_id)
    select person_id, counter, source_kind, source_id, part, id from entry where source_kind <> 'reversal'
  )
  insert into credit_balance as b (person_id, year, counter, hours) select person_id, year, counter, hours from entry
  on conflict (person_id, year, counter) do update set hours = b.hours + excluded.hours`;

export async function appendEntry(sql: Sql, entry: Appended): Promise<void> {
  await sql.execute(append, [
    entry.id,
    entry.personId,
    entry.seq,
    entry.counter,
    entry.hours,
    entry.effectiveAt,
    entry.year,
    entry.organizationId,
    entry.sourceKind,
    entry.sourceId,
    entry.part,
    entry.policyVersion,
    entry.reversesId,
    JSON.stringify(entry.evidence),
    entry.recordedBy,
    entry.recordedAt,
    entry.previousHash,
    entry.hash,
  ]);
}
