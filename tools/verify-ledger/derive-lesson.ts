import {
  isComplete,
  replayHeartbeat,
  startLease,
  type Interval,
  type KeptHeartbeat,
  type Lease,
} from '@dangxiao/domain';
import type { KeptLease } from './watched.ts';

/**
 * Heartbeats of several leases of a lesson are kept with the time of their arrival, which can differ from the order of their commits by
 * as long as a request waits in line.
 */
export const IN_LINE_MS = 10_000;

/** What the heartbeats of a lesson come to. */
export interface Derived {
  coverage: readonly Interval[];
  frontierMs: number;
  completedAt: number | null;
}

export interface Mismatch {
  table: 'watch_heartbeat' | 'playback_lease';
  leaseId: string;
  seq: number | null;
  what: string;
}

interface Opened {
  row: KeptLease;
  heartbeats: readonly KeptHeartbeat[];
  /** Heartbeats replayed so far; -1 before the lease was opened. */
  done: number;
  lease: Lease;
}

/**
 * Replays a lesson's leases from their openings on, by the rule that decided their heartbeats. Where arrivals lie close together, any order that
 * gives what is kept is taken for the right one.
 */
export function deriveLesson(
  leases: readonly { row: KeptLease; heartbeats: readonly KeptHeartbeat[] }[],
): Derived | Mismatch {
  const waiting: Opened[] = leases.map(({ row, heartbeats }) => {
    const lease = { ...startLease(row.startedAt, row.maxRate), endedAt: row.endedAt };
    return { row, heartbeats, done: -1, lease };
  });
  const lesson: Lesson = { coverage: [], frontierMs: 0, completedAt: null, recording: null };
  for (;;) {
    const open = waiting
      .filter(({ done, heartbeats }) => done < heartbeats.length)
      .sort((a, b) => nextAt(a) - nextAt(b));
    const [first] = open;
    if (!first) break;
    const until = nextAt(first) + IN_LINE_MS;
    if (!open.some((opened) => nextAt(opened) <= until && step(lesson, opened))) return mismatch(lesson, first);
  }
  for (const opened of waiting) {
    const what = wrongFigure(opened);
    if (what) return { table: 'playback_lease', leaseId: opened.row.id, seq: null, what };
  }
  return lesson;
}

type Lesson = { -readonly [Key in keyof Derived]: Derived[Key] } & { recording: KeptLease | null };

const nextAt = ({ row, heartbeats, done }: Opened) => (done < 0 ? row.startedAt : (heartbeats[done]?.at ?? 0));

/** Replays what comes next of a lease, if it is what is kept. */
function step(lesson: Lesson, opened: Opened): boolean {
  if (opened.done < 0) {
    begin(lesson, opened.row);
    opened.done = 0;
    return true;
  }
  const at = nextAt(opened);
  const replay = replayNext(lesson, opened);
  if (!replay?.same) return false;
  opened.lease = replay.lease;
  opened.done += 1;
  lesson.coverage = replay.progress.coverage;
  lesson.frontierMs = replay.progress.frontierMs;
  const { durationMs, completionPercent } = opened.row;
  if (lesson.completedAt === null && isComplete(lesson.coverage, durationMs, completionPercent))
    lesson.completedAt = at;
  return true;
}

/** What was covered of another recording says nothing of this one, unless the lesson is completed: as opening a lease has it. */
function begin(lesson: Lesson, row: KeptLease): void {
  const before = lesson.recording;
  if (lesson.completedAt !== null) return;
  if (before && (before.mediaId !== row.mediaId || before.versionDurationMs !== row.durationMs))
    Object.assign(lesson, { coverage: [], frontierMs: 0 });
  lesson.recording = row;
}

function replayNext(lesson: Lesson, { row, heartbeats, done, lease }: Opened) {
  const { coverage, frontierMs, completedAt } = lesson;
  const progress = { coverage, frontierMs, durationMs: row.durationMs };
  return replayHeartbeat(lease, progress, heartbeats[done] as KeptHeartbeat, completedAt === null);
}

function mismatch(lesson: Lesson, opened: Opened): Mismatch {
  const heartbeat = opened.heartbeats[opened.done] as KeptHeartbeat;
  const replay = replayNext(lesson, opened);
  const what = !replay
    ? `is out of sequence: after heartbeat ${opened.lease.seq} comes heartbeat ${opened.lease.seq + 1}`
    : replay.acceptedMs !== heartbeat.playedMs
      ? `credits ${heartbeat.playedMs} ms, by the rule it earned ${replay.acceptedMs} ms`
      : 'credits or refuses other intervals than the rule does';
  return { table: 'watch_heartbeat', leaseId: opened.row.id, seq: heartbeat.seq, what };
}

const figures = [
  ['seq', 'heartbeats'],
  ['accruedMs', 'ms of playing time'],
  ['playedMs', 'ms credited'],
  ['wallPlayedMs', 'ms within the clock'],
  ['gapMs', 'ms without a heartbeat'],
] as const;

function wrongFigure({ row, lease }: Opened): string | null {
  for (const [figure, unit] of figures)
    if (row[figure] !== lease[figure]) return `says ${row[figure]} ${unit}, its heartbeats come to ${lease[figure]}`;
  if (row.lastHeartbeatAt !== lease.lastHeartbeatAt || row.playing !== lease.playing)
    return 'is not in the state in which its last heartbeat left it';
  return null;
}
