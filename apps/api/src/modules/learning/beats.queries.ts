import {
  formatMultirange,
  lengthMs,
  parseMultirange,
  union,
  type BeatEvent,
  type Interval,
  type Lease,
  type Progress,
  type Refusal,
} from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

type QueryRows = Sql['query'];

/** What a lease was when it was read for a beat, in the domain's terms, with the progress that it moves. */
export interface KnownLease {
  leaseId: string;
  personId: string;
  lessonId: string;
  lessonVersionId: string;
  courseId: string;
  policyVersion: number;
  completionPercent: number;
  lease: Lease;
  progress: Progress;
  firstBeatAt: Date | null;
  completedAt: Date | null;
}

type Row = Omit<KnownLease, 'lease' | 'progress'> &
  Lease & { coverage: string; frontierMs: number; durationMs: number };

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/** Leases and their progress in the order of persons, as every batch of every process locks them: none waits for another in a circle. */
const read = `
  select l.id as "leaseId", l.person_id as "personId", l.lesson_id as "lessonId", l.lesson_version_id as "lessonVersionId",
    l.course_id as "courseId", l.policy_version as "policyVersion", l.completion_percent as "completionPercent",
    ${ms('l.started_at')} as "startedAt", ${ms('l.last_beat_at')} as "lastBeatAt", l.playing,
    l.accrued_ms as "accruedMs", l.gap_ms as "gapMs", l.played_ms as "playedMs", l.wall_played_ms as "wallPlayedMs",
    ${ms('l.ended_at')} as "endedAt", l.seq, l.max_rate as "maxRate", l.duration_ms as "durationMs",
    p.coverage, p.frontier_ms as "frontierMs", p.first_beat_at as "firstBeatAt", p.completed_at as "completedAt"
  from unnest($1::uuid[], $2::uuid[]) as k (person_id, lease_id)
  join playback_lease l on l.id = k.lease_id and l.person_id = k.person_id
  join lesson_progress p on p.person_id = l.person_id and p.lesson_id = l.lesson_id
  order by l.person_id`;
const lock = `${read} for update of l, p`;

type LeaseKey = Pick<KnownLease, 'personId' | 'leaseId'>;

async function leasesBy(query: QueryRows, text: string, keys: readonly LeaseKey[]): Promise<Map<string, KnownLease>> {
  const rows = await query<Row>(text, [keys.map((key) => key.personId), keys.map((key) => key.leaseId)]);
  return new Map(rows.map((row) => [row.leaseId, fromRow(row)]));
}

/** The leases among these that belong to the persons named beside them, as they are now: `writeIfUnchanged` goes with them. */
export const readLeases = (query: QueryRows, keys: readonly LeaseKey[]) => leasesBy(query, read, keys);

/** The same, locked until the end of the transaction. */
export const lockLeases = (query: QueryRows, keys: readonly LeaseKey[]) => leasesBy(query, lock, keys);

function fromRow(row: Row): KnownLease {
  const { startedAt, lastBeatAt, playing, accruedMs, gapMs, playedMs, wallPlayedMs, endedAt, seq, maxRate } = row;
  const { leaseId, personId, lessonId, lessonVersionId, courseId, policyVersion, completionPercent } = row;
  return {
    leaseId,
    personId,
    lessonId,
    lessonVersionId,
    courseId,
    policyVersion,
    completionPercent,
    firstBeatAt: row.firstBeatAt,
    completedAt: row.completedAt,
    lease: { startedAt, lastBeatAt, playing, accruedMs, gapMs, playedMs, wallPlayedMs, endedAt, seq, maxRate },
    progress: {
      coverage: parseMultirange(row.coverage),
      frontierMs: row.frontierMs,
      durationMs: row.durationMs,
    },
  };
}

/** An applied beat with what it left behind. */
export interface AppliedBeat {
  known: KnownLease;
  lease: Lease;
  progress: Progress;
  positionMs: number;
  event: BeatEvent;
  at: Date;
  accepted: readonly Interval[];
  refused: readonly Refusal[];
  completedAt: Date | null;
}

const given = `
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::boolean[], $7::bigint[], $8::bigint[],
    $9::bigint[], $10::bigint[], $11::int[], $12::timestamptz[], $13::int4multirange[], $14::int[], $15::int[], $16::timestamptz[],
    $17::text[], $18::int4multirange[], $19::int[], $20::jsonb[])
  as b (person_id, lease_id, lesson_id, at, last_beat_at, playing, accrued_ms, gap_ms, played_ms, wall_played_ms, seq, ended_at,
    coverage, frontier_ms, position_ms, completed_at, event, accepted, accepted_ms, refused)`;

const writes = `
  leases as (
    update playback_lease l set last_beat_at = b.last_beat_at, playing = b.playing, accrued_ms = b.accrued_ms, gap_ms = b.gap_ms,
      played_ms = b.played_ms, wall_played_ms = b.wall_played_ms, seq = b.seq, ended_at = b.ended_at
    from b where l.id = b.lease_id
  ), beats as (
    insert into watch_beat (person_id, lease_id, seq, at, event, accepted, played_ms, refused)
    select person_id, lease_id, seq, at, event, accepted, accepted_ms, refused from b
  ), progress as (
    update lesson_progress p set coverage = b.coverage, frontier_ms = b.frontier_ms, position_ms = b.position_ms, updated_at = b.at,
      first_beat_at = coalesce(p.first_beat_at, b.at), completed_at = b.completed_at
    from b where p.person_id = b.person_id and p.lesson_id = b.lesson_id
  )`;

const write = `with b as (${given}), ${writes} select lease_id from b`;

/** What the decision rested on: the lease's sequence and end, and the progress, which another lease's late beats may have moved. */
const writeUnchanged = `
  with b as (
    select b.* from (${given}) b
    join unnest($2::uuid[], $21::timestamptz[], $22::int4multirange[], $23::int[])
      as before (lease_id, ended_at, coverage, frontier_ms) using (lease_id)
    join playback_lease l on l.id = b.lease_id
    join lesson_progress p on p.person_id = b.person_id and p.lesson_id = b.lesson_id
    where l.seq = b.seq - 1 and l.ended_at is not distinct from before.ended_at
      and p.coverage = before.coverage and p.frontier_ms = before.frontier_ms and p.completed_at is not distinct from b.completed_at
    order by b.person_id
    for update of l, p
  ), ${writes}
  select lease_id as "leaseId" from b`;

const instant = (value: number | null) => (value === null ? null : new Date(value));

/** Leases, progress and evidence of a whole batch in one statement. For leases that are locked. */
export async function writeBeats(query: QueryRows, beats: readonly AppliedBeat[]): Promise<void> {
  await query(write, columns(beats));
}

/**
 * The same for beats that complete nothing, decided on leases that were only read: those that changed since are left alone.
 * @returns the leases that were written
 */
export async function writeIfUnchanged(query: QueryRows, beats: readonly AppliedBeat[]): Promise<Set<string>> {
  const rows = await query<{ leaseId: string }>(writeUnchanged, [
    ...columns(beats),
    beats.map(({ known }) => instant(known.lease.endedAt)),
    beats.map(({ known }) => formatMultirange(known.progress.coverage)),
    beats.map(({ known }) => known.progress.frontierMs),
  ]);
  return new Set(rows.map(({ leaseId }) => leaseId));
}

const columns = (beats: readonly AppliedBeat[]) => [
  beats.map(({ known }) => known.personId),
  beats.map(({ known }) => known.leaseId),
  beats.map(({ known }) => known.lessonId),
  beats.map(({ at }) => at),
  beats.map(({ lease }) => instant(lease.lastBeatAt)),
  beats.map(({ lease }) => lease.playing),
  beats.map(({ lease }) => lease.accruedMs),
  beats.map(({ lease }) => lease.gapMs),
  beats.map(({ lease }) => lease.playedMs),
  beats.map(({ lease }) => lease.wallPlayedMs),
  beats.map(({ lease }) => lease.seq),
  beats.map(({ lease }) => instant(lease.endedAt)),
  beats.map(({ progress }) => formatMultirange(progress.coverage)),
  beats.map(({ progress }) => progress.frontierMs),
  beats.map(({ positionMs }) => positionMs),
  beats.map(({ completedAt }) => completedAt),
  beats.map(({ event }) => event),
  beats.map(({ accepted }) => formatMultirange(union(accepted))),
  beats.map(({ accepted }) => lengthMs(accepted)),
  beats.map(({ refused }) => JSON.stringify(refused.map(({ interval, reason }) => [...interval, reason]))),
];

/** How many reports stand behind a person's progress in a lesson. */
export async function countBeats(sql: Sql, personId: string, lessonId: string): Promise<number> {
  const row = await sql.one<{ beats: number }>(
    `select count(*)::int as beats from playback_lease l join watch_beat b on b.person_id = l.person_id and b.lease_id = l.id
     where l.person_id = $1 and l.lesson_id = $2`,
    [personId, lessonId],
  );
  return row?.beats ?? 0;
}

export interface PastBeat {
  refused: Refusal[];
  /** Hours that the lesson earned when this beat completed it. */
  awarded: string | null;
}

/** What a beat was answered when it came for the first time. */
export async function pastBeat(sql: Sql, { personId, leaseId, lessonId }: KnownLease, seq: number): Promise<PastBeat> {
  const row = await sql.one<{ refused: [number, number, Refusal['reason']][]; awarded: string | null }>(
    `select b.refused, (
       select e.hours from lesson_progress p
       join credit_entry e on e.person_id = p.person_id and e.source_kind = 'lesson' and e.source_id = p.lesson_id and e.effective_at = b.at
       where p.person_id = b.person_id and p.lesson_id = $3 and p.completed_at = b.at order by e.seq limit 1) as awarded
     from watch_beat b where b.person_id = $1 and b.lease_id = $2 and b.seq = $4`,
    [personId, leaseId, lessonId, seq],
  );
  const refused = row?.refused.map(([from, to, reason]): Refusal => ({ interval: [from, to], reason })) ?? [];
  return { refused, awarded: row?.awarded ?? null };
}
