import type { ChainedEntry, ChainHead, Counter, SourceKind } from '@dangxiao/domain';
import type { Sql } from '../../apps/api/src/database/sql.ts';

/** Everything that the ledger holds of one person. */
export interface Books {
  /** In the order of their ledger numbers. */
  entries: (ChainedEntry & { recordedAt: Date })[];
  head: ChainHead | null;
  balances: { year: number; counter: Counter; hours: string }[];
  claims: { counter: Counter; sourceKind: SourceKind; sourceId: string; part: number; entryId: string }[];
}

const PEOPLE = 200;

/** The next people in the order of their ids. */
export async function peopleAfter(sql: Sql, after: string | null): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    'select id from person where $1::uuid is null or id > $1 order by id limit $2',
    [after, PEOPLE],
  );
  return rows.map(({ id }) => id);
}

type Of<Row> = Row & { personId: string };

/** The books of these people, for those who have any. */
export async function readPeople(sql: Sql, ids: readonly string[]): Promise<Map<string, Books>> {
  const people = new Map<string, Books>();
  const of = (personId: string): Books => {
    const books = people.get(personId) ?? { entries: [], head: null, balances: [], claims: [] };
    people.set(personId, books);
    return books;
  };
  const entries = await sql.query<Omit<ChainedEntry, 'effectiveAt'> & { effectiveAt: Date; recordedAt: Date }>(
    `select id, person_id as "personId", seq, counter, hours, effective_at as "effectiveAt", year, organization_id as "organizationId",
       source_kind as "sourceKind", source_id as "sourceId", part, policy_version as "policyVersion", reverses_id as "reversesId",
       evidence, recorded_by as "recordedBy", recorded_at as "recordedAt", previous_hash as "previousHash", hash
     from credit_entry where person_id = any($1::uuid[]) order by person_id, seq`,
    [ids],
  );
  for (const entry of entries)
    of(entry.personId).entries.push({ ...entry, effectiveAt: entry.effectiveAt.toISOString() });
  const heads = await sql.query<Of<ChainHead>>(
    'select person_id as "personId", seq, hash from credit_chain where person_id = any($1::uuid[])',
    [ids],
  );
  for (const { personId, seq, hash } of heads) of(personId).head = { seq, hash };
  const balances = await sql.query<Of<Books['balances'][number]>>(
    'select person_id as "personId", year, counter, hours from credit_balance where person_id = any($1::uuid[])',
    [ids],
  );
  for (const balance of balances) of(balance.personId).balances.push(balance);
  const claims = await sql.query<Of<Books['claims'][number]>>(
    `select person_id as "personId", counter, source_kind as "sourceKind", source_id as "sourceId", part, entry_id as "entryId"
     from credit_claim where person_id = any($1::uuid[])`,
    [ids],
  );
  for (const claim of claims) of(claim.personId).claims.push(claim);
  return people;
}
