import {
  formatMultirange,
  lengthMs,
  parseMultirange,
  union,
  type HeartbeatEvent,
  type Interval,
  type Lease,
  type Progress,
  type Refusal,
} from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

type QueryRows = Sql['query'];

/** What a lease was when it was read for a heartbeat, in the domain's terms, with the progress that it moves. */
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
  firstHeartbeatAt: Date | null;
  completedAt: Date | null;
}

type Row = Omit<KnownLease, 'lease' | 'progress'> &
  Lease & { coverage: string; frontierMs: number; durationMs: number };

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/** Leases and their progress in the order of persons, as every batch of every process locks them: none waits for another in a circle. */
const read = `
  select l.id as "leaseId", l.person_id as "personId", l.lesson_id as "lessonId", l.lesson_version_id as "lessonVersionId",
    l.course_id as "courseId", l.policy_version as "policyVersion", l.completion_percent as "completionPercent",
    ${ms('l.started_at')} as "startedAt", ${ms('l.last_heartbeat_at')} as "lastHeartbeatAt", l.playing,
    l.accrued_ms as "accruedMs", l.gap_ms as "gapMs", l.played_ms as "playedMs", l.wall_played_ms as "wallPlayedMs",
    ${ms('l.ended_at')} as "endedAt", l.seq, l.max_rate as "maxRate", l.duration_ms as "durationMs",
    p.coverage, p.frontier_ms as "frontierMs", p.first_heartbeat_at as "firstHeartbeatAt", p.completed_at as "completedAt"
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
  const { startedAt, lastHeartbeatAt, playing, accruedMs, gapMs, playedMs, wallPlayedMs, endedAt, seq, maxRate } = row;
  const { leaseId, personId, lessonId, lessonVersionId, courseId, policyVersion, completionPercent } = row;
  return {
    leaseId,
    personId,
    lessonId,
    lessonVersionId,
    courseId,
    policyVersion,
    completionPercent,
    firstHeartbeatAt: row.firstHeartbeatAt,
    completedAt: row.completedAt,
    lease: { startedAt, lastHeartbeatAt, playing, accruedMs, gapMs, playedMs, wallPlayedMs, endedAt, seq, maxRate },
    progress: {
      coverage: parseMultirange(row.coverage),
      frontierMs: row.frontierMs,
      durationMs: row.durationMs,
    },
  };
}

/** An applied heartbeat with what it left behind. */
export interface AppliedHeartbeat {
  known: KnownLease;
  lease: Lease;
  progress: Progress;
  positionMs: number;
  event: HeartbeatEvent;
  at: Date;
  accepted: readonly Interval[];
  refused: readonly Refusal[];
  completedAt: Date | null;
}

const given = `
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::boolean[], $7::bigint[], $8::bigint[],
    $9::bigint[], $10::bigint[], $11::int[], $12::timestamptz[], $13::int4multirange[], $14::int[], $15::int[], $16::timestamptz[],
    $17::text[], $18::int4multirange[], $19::int[], $20::jsonb[])
  as b (person_id, lease_id, lesson_id, at, last_heartbeat_at, playing, accrued_ms, gap_ms, played_ms, wall_played_ms, seq, ended_at,
    coverage, frontier_ms, position_ms, completed_at, event, accepted, accepted_ms, refused)`;

const writes = `
  leases as (
    update playback_lease l set last_heartbeat_at = b.last_heartbeat_at, playing = b.playing, accrued_ms = b.accrued_ms, gap_ms = b.gap_ms,
      played_ms = b.played_ms, wall_played_ms = b.wall_played_ms, seq = b.seq, ended_at = b.ended_at
    from b where l.id = b.lease_id
  ), heartbeats as (
    insert into watch_heartbeat (person_id, lease_id, seq, at, event, accepted, played_ms, refused)
    select person_id, lease_id, seq, at, event, accepted, accepted_ms, refused from b
  ), progress as (
    update lesson_progress p set coverage = b.coverage, frontier_ms = b.frontier_ms, position_ms = b.position_ms, updated_at = b.at,
      first_heartbeat_at = coalesce(p.first_heartbeat_at, b.at), completed_at = b.completed_at
    from b where p.person_id = b.person_id and p.lesson_id = b.lesson_id
  )`;

const write = `with b as (${given}), ${writes} select lease_id from b`;

/** What the decision rested on: the lease's sequence and end, and the progress, which another lease's late heartbeats may have moved. */
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
export async function writeHeartbeats(query: QueryRows, heartbeats: readonly AppliedHeartbeat[]): Promise<void> {
  await query(write, columns(heartbeats));
}

/**
 * The same for heartbeats that complete nothing, decided on leases that were only read: those that changed since are left alone.
 * @returns the leases that were written
 */
export async function writeIfUnchanged(
  query: QueryRows,
  heartbeats: readonly AppliedHeartbeat[],
): Promise<Set<string>> {
  const rows = await query<{ leaseId: string }>(writeUnchanged, [
    ...columns(heartbeats),
    heartbeats.map(({ known }) => instant(known.lease.endedAt)),
    heartbeats.map(({ known }) => formatMultirange(known.progress.coverage)),
    heartbeats.map(({ known }) => known.progress.frontierMs),
  ]);
  return new Set(rows.map(({ leaseId }) => leaseId));
}

const columns = (heartbeats: readonly AppliedHeartbeat[]) => [
  heartbeats.map(({ known }) => known.personId),
  heartbeats.map(({ known }) => known.leaseId),
  heartbeats.map(({ known }) => known.lessonId),
  heartbeats.map(({ at }) => at),
  heartbeats.map(({ lease }) => instant(lease.lastHeartbeatAt)),
  heartbeats.map(({ lease }) => lease.playing),
  heartbeats.map(({ lease }) => lease.accruedMs),
  heartbeats.map(({ lease }) => lease.gapMs),
  heartbeats.map(({ lease }) => lease.playedMs),
  heartbeats.map(({ lease }) => lease.wallPlayedMs),
  heartbeats.map(({ lease }) => lease.seq),
  heartbeats.map(({ lease }) => instant(lease.endedAt)),
  heartbeats.map(({ progress }) => formatMultirange(progress.coverage)),
  heartbeats.map(({ progress }) => progress.frontierMs),
  heartbeats.map(({ positionMs }) => positionMs),
  heartbeats.map(({ completedAt }) => completedAt),
  heartbeats.map(({ event }) => event),
  heartbeats.map(({ accepted }) => formatMultirange(union(accepted))),
  heartbeats.map(({ accepted }) => lengthMs(accepted)),
  heartbeats.map(({ refused }) => JSON.stringify(refused.map(({ interval, reason }) => [...interval, reason]))),
];

/** How many reports stand behind a person's progress in a lesson. */
export async function countHeartbeats(sql: Sql, personId: string, lessonId: string): Promise<number> {
  const row = await sql.one<{ heartbeats: number }>(
    `select count(*)::int as heartbeats from playback_lease l join watch_heartbeat b on b.person_id = l.person_id and b.lease_id = l.id
     where l.person_id = $1 and l.lesson_id = $2`,
    [personId, lessonId],
  );
  return row?.heartbeats ?? 0;
}

export interface PastHeartbeat {
  refused: Refusal[];
  /** Hours that the lesson earned when this heartbeat completed it. */
  awarded: string | null;
}

/** What a heartbeat was answered when it came for the first time. */
export async function pastHeartbeat(
  sql: Sql,
  { personId, leaseId, lessonId }: KnownLease,
  seq: number,
): Promise<PastHeartbeat> {
  const row = await sql.one<{ refused: [number, number, Refusal['reason']][]; awarded: string | null }>(
    `select b.refused, (
       select e.hours from lesson_progress p
       join credit_entry e on e.person_id = p.person_id and e.source_kind = 'lesson' and e.source_id = p.lesson_id and e.effective_at = b.at
       where p.person_id = b.person_id and p.lesson_id = $3 and p.completed_at = b.at order by e.seq limit 1) as awarded
     from watch_heartbeat b where b.person_id = $1 and b.lease_id = $2 and b.seq = $4`,
    [personId, leaseId, lessonId, seq],
  );
  const refused = row?.refused.map(([from, to, reason]): Refusal => ({ interval: [from, to], reason })) ?? [];
  return { refused, awarded: row?.awarded ?? null };
}
