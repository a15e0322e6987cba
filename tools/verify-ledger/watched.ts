import {
  parseMultirange,
  type HeartbeatEvent,
  type Interval,
  type KeptHeartbeat,
  type Refusal,
} from '@dangxiao/domain';
import type { Sql } from '../../apps/api/src/database/sql.ts';
import { NIL, PeopleRows } from './pages.ts';

/** A lease with the figures that its heartbeats must come to. Instants in ms. */
export interface KeptLease {
  personId: string;
  lessonId: string;
  id: string;
  mediaId: string | null;
  versionDurationMs: number;
  durationMs: number;
  completionPercent: number;
  maxRate: number;
  startedAt: number;
  endedAt: number | null;
  lastHeartbeatAt: number;
  playing: boolean;
  accruedMs: number;
  gapMs: number;
  playedMs: number;
  wallPlayedMs: number;
  seq: number;
}

/** What a person's record says of a lesson. */
export interface KeptLesson {
  personId: string;
  lessonId: string;
  coverage: string;
  frontierMs: number;
  completedAt: number | null;
}

interface HeartbeatRow {
  personId: string;
  leaseId: string;
  seq: number;
  at: number;
  event: HeartbeatEvent;
  accepted: string;
  playedMs: number;
  refused: string;
}

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/** The watching of these people, in the order of their ids. @param ids everybody between the first and the last */
export function watchedRows(sql: Sql, ids: readonly string[]) {
  const [first, last] = [ids[0] ?? NIL, ids.at(-1) ?? NIL];
  const leases = new PeopleRows<KeptLease>((after, limit) =>
    sql.query(
      `select l.person_id as "personId", l.lesson_id as "lessonId", l.id, v.media_id as "mediaId", v.duration_ms as "versionDurationMs",
         l.duration_ms as "durationMs", l.completion_percent as "completionPercent", l.max_rate as "maxRate",
         ${ms('l.started_at')} as "startedAt", ${ms('l.ended_at')} as "endedAt", ${ms('l.last_heartbeat_at')} as "lastHeartbeatAt", l.playing,
         l.accrued_ms::float8 as "accruedMs", l.gap_ms::float8 as "gapMs", l.played_ms::float8 as "playedMs",
         l.wall_played_ms::float8 as "wallPlayedMs", l.seq
       from playback_lease l join lesson_version v on v.id = l.lesson_version_id
       where (l.person_id, l.lesson_id, l.id) > ($1, $2, $3) and l.person_id <= $4
       order by l.person_id, l.lesson_id, l.id limit $5`,
      [after?.personId ?? first, after?.lessonId ?? NIL, after?.id ?? NIL, last, limit],
    ),
  );
  const lessons = new PeopleRows<KeptLesson>((after, limit) =>
    sql.query(
      `select person_id as "personId", lesson_id as "lessonId", coverage::text, frontier_ms as "frontierMs",
         ${ms('completed_at')} as "completedAt"
       from lesson_progress where (person_id, lesson_id) > ($1, $2) and person_id <= $3 order by person_id, lesson_id limit $4`,
      [after?.personId ?? first, after?.lessonId ?? NIL, last, limit],
    ),
  );
  const heartbeats = new PeopleRows<HeartbeatRow>((after, limit) =>
    sql.query(
      `select person_id as "personId", lease_id as "leaseId", seq, ${ms('at')} as at, event, accepted::text, played_ms as "playedMs",
         refused::text
       from watch_heartbeat where (person_id, lease_id, seq) > ($1, $2, $3) and person_id <= $4 order by person_id, lease_id, seq limit $5`,
      [after?.personId ?? first, after?.leaseId ?? NIL, after?.seq ?? 0, last, limit],
    ),
  );
  return { leases, lessons, heartbeats };
}

export function keptHeartbeat({ seq, event, at, accepted, playedMs, refused }: HeartbeatRow): KeptHeartbeat {
  const list = refused === '[]' ? [] : (JSON.parse(refused) as [number, number, Refusal['reason']][]);
  return {
    seq,
    event,
    at,
    accepted: parseMultirange(accepted),
    playedMs,
    refused: list.map(([from, to, reason]) => ({ interval: [from, to] as Interval, reason })),
  };
}
