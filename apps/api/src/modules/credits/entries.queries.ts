import type { credits, entryRow, ResponseOf } from '@dangxiao/contracts';
import type { LedgerEntry } from '@dangxiao/domain';
import type { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import type { Sql } from '../../database/sql.ts';
import { seqPlace } from './places.ts';

export type EntryView = z.input<typeof entryRow>;

export interface EntryFacts extends Omit<EntryView, 'effectiveAt'> {
  effectiveAt: Date;
  personId: string;
  sourceId: string;
  organizationName: string;
  policyVersion: number;
  evidence: LedgerEntry['evidence'];
  /** Text of a recognition's or reversal's own note; null when it was erased. */
  reason: string | null;
  recordedBy: string;
  previousHash: string | null;
  hash: string;
  recordedAt: Date;
  /** The reversal that an appeal goes against: the entry itself or the one that took it back. */
  reversalId: string | null;
}

/**
 * `e` an entry, `b` what it is about: itself, or for a reversal the entry that it takes back. Titles come from the versions that the evidence
 * names, as they were.
 */
export const entryTables = `
  credit_entry e
  join credit_entry b on b.id = coalesce(e.reverses_id, e.id)
  left join credit_entry r on r.reverses_id = e.id
  left join lesson_version lv on lv.id = (b.evidence ->> 'lessonVersionId')::uuid
  left join exam_version ev on ev.id = (b.evidence ->> 'examVersionId')::uuid
  left join course_version cv on cv.id = coalesce(lv.course_version_id, ev.course_version_id)
  left join credit_note bn on bn.entry_id = b.id`;

export const entryTitle = `coalesce(lv.title, ev.title, bn.title, '')`;

const rowColumns = `
  e.id, e.seq, e.counter, e.hours, e.effective_at as "effectiveAt", e.year, e.source_kind as "sourceKind",
  ${entryTitle} as title, cv.title as "courseTitle", r.id is not null as reversed, e.reverses_id as "reversesId"`;

const detailColumns = `
  ${rowColumns}, e.person_id as "personId", e.source_id as "sourceId", o.name as "organizationName", e.policy_version as "policyVersion",
  e.evidence, n.reason, coalesce(by_person.name, by_account.login, '') as "recordedBy", e.previous_hash as "previousHash", e.hash,
  e.recorded_at as "recordedAt", case when e.reverses_id is not null then e.id else r.id end as "reversalId"`;

/** Everything about one entry; `where` may name `e` and `home`, the person's organization today. */
export function entryFacts(sql: Sql, where: string, params: readonly unknown[]) {
  return sql.one<EntryFacts>(
    `select ${detailColumns} from ${entryTables}
     join organization o on o.id = e.organization_id
     join person p on p.id = e.person_id
     join organization home on home.id = p.current_organization_id
     left join credit_note n on n.entry_id = e.id
     left join account by_account on by_account.id = e.recorded_by
     left join person by_person on by_person.id = by_account.person_id
     where ${where}`,
    params,
  );
}

export const entryView = (row: EntryView | EntryFacts): EntryView => ({
  id: row.id,
  seq: row.seq,
  counter: row.counter,
  hours: row.hours,
  effectiveAt: new Date(row.effectiveAt).toISOString(),
  year: row.year,
  sourceKind: row.sourceKind,
  title: row.title,
  courseTitle: row.courseTitle,
  reversed: row.reversed,
  reversesId: row.reversesId,
});

/** A year of a person's ledger, latest first. */
export async function entriesPage(
  sql: Sql,
  personId: string,
  year: number,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<ResponseOf<typeof credits.myHours>['entries']> {
  const before = readCursor(cursor, seqPlace);
  const rows = await sql.query<EntryView>(
    `select ${rowColumns} from ${entryTables}
     where e.person_id = $1 and e.year = $2 and ($3::int is null or e.seq < $3) order by e.seq desc limit $4`,
    [personId, year, before?.[0] ?? null, limit + 1],
  );
  const counted = await sql.one<{ total: number }>(
    'select count(*)::int as total from credit_entry where person_id = $1 and year = $2',
    [personId, year],
  );
  const { items, nextCursor } = pageOf(rows, limit, (last) => cursorOf(last.seq));
  return { items: items.map(entryView), nextCursor, total: counted?.total ?? 0 };
}

export interface AppealRow {
  id: string;
  entryId: string;
  text: string;
  createdAt: Date;
  decision: 'open' | 'upheld' | 'rejected';
  decisionReason: string | null;
  decidedAt: Date | null;
}

export const appealColumns = `
  a.id, a.entry_id as "entryId", a.text, a.created_at as "createdAt", a.decision, a.decision_reason as "decisionReason",
  a.decided_at as "decidedAt"`;

export const appealView = (row: AppealRow) => ({
  id: row.id,
  entryId: row.entryId,
  text: row.text,
  createdAt: row.createdAt.toISOString(),
  decision: row.decision,
  decisionReason: row.decisionReason,
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

/** The appeal against a reversal, if there is one. */
export function appealOf(sql: Sql, reversalId: string) {
  return sql.one<AppealRow>(`select ${appealColumns} from credit_appeal a where a.entry_id = $1`, [reversalId]);
}
