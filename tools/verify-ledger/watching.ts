import {
  formatMultirange,
  isComplete,
  lengthMs,
  parseMultirange,
  subtract,
  type ChainedEntry,
  type KeptHeartbeat,
} from '@dangxiao/domain';
import { deriveLesson, IN_LINE_MS, type Derived } from './derive-lesson.ts';
import type { Wrong } from './verify.ts';
import { keptHeartbeat, type KeptLease, type KeptLesson, type watchedRows } from './watched.ts';

export interface Watched {
  lessons: number;
  heartbeats: number;
  wrong: Wrong | null;
}

/** Derives what a person has covered of every lesson from the heartbeats, and compares it with the record and with what was paid for it. */
export async function verifyWatching(
  rows: ReturnType<typeof watchedRows>,
  personId: string,
  entries: readonly ChainedEntry[],
): Promise<Watched> {
  const leases = await rows.leases.of(personId);
  const lessons = await rows.lessons.of(personId);
  const heartbeats = new Map<string, KeptHeartbeat[]>();
  let count = 0;
  for (const row of await rows.heartbeats.of(personId)) {
    const kept = heartbeats.get(row.leaseId);
    if (kept) kept.push(keptHeartbeat(row));
    else heartbeats.set(row.leaseId, [keptHeartbeat(row)]);
    count += 1;
  }
  const wrong = wrongLeases(leases) ?? wrongLessons(leases, lessons, heartbeats) ?? wrongPay(lessons, entries);
  const row = wrong && `${wrong.row}, person ${personId}`;
  return { lessons: lessons.length, heartbeats: count, wrong: wrong && { ...wrong, row: row ?? '' } };
}

const endOf = ({ endedAt }: KeptLease) => endedAt ?? Number.MAX_SAFE_INTEGER;

/** One live lease at a time: two that overlap would spend the same minutes twice. */
function wrongLeases(leases: readonly KeptLease[]): Wrong | null {
  const inTime = [...leases].sort((a, b) => a.startedAt - b.startedAt || endOf(a) - endOf(b));
  for (const [index, lease] of inTime.entries()) {
    const next = inTime[index + 1];
    if (next && endOf(lease) > next.startedAt + IN_LINE_MS)
      return {
        table: 'playback_lease',
        row: `lease ${lease.id}`,
        what: `goes on while lease ${next.id} runs: time counts twice`,
      };
  }
  return null;
}

function wrongLessons(
  leases: readonly KeptLease[],
  lessons: readonly KeptLesson[],
  heartbeats: ReadonlyMap<string, readonly KeptHeartbeat[]>,
): Wrong | null {
  const byLesson = Map.groupBy(leases, ({ lessonId }) => lessonId);
  const kept = new Map(lessons.map((lesson) => [lesson.lessonId, lesson]));
  for (const lessonId of [...new Set([...kept.keys(), ...byLesson.keys()])].sort()) {
    const studied = (byLesson.get(lessonId) ?? []).map((row) => ({ row, heartbeats: heartbeats.get(row.id) ?? [] }));
    const derived = deriveLesson(studied);
    if ('what' in derived) {
      const { table, leaseId, seq, what } = derived;
      return { table, row: seq === null ? `lease ${leaseId}` : `heartbeat ${seq} of lease ${leaseId}`, what };
    }
    const what = wrongLesson(kept.get(lessonId), derived, studied.length);
    if (what) return { table: 'lesson_progress', row: `lesson ${lessonId}`, what };
  }
  return null;
}

function wrongLesson(lesson: KeptLesson | undefined, derived: Derived, leases: number): string | null {
  if (!lesson) return 'is missing, and there are leases of it';
  if (leases === 0)
    return lesson.completedAt === null && lesson.coverage === '{}' ? null : 'has no heartbeats to show for it';
  const coverage = formatMultirange(derived.coverage);
  if (lesson.coverage !== coverage)
    return `says ${brief(lesson.coverage)} is covered, its heartbeats come to ${brief(coverage)}`;
  if (derived.completedAt === null && lesson.frontierMs !== derived.frontierMs)
    return `says it was played up to ${lesson.frontierMs} ms, its heartbeats reach ${derived.frontierMs} ms`;
  if (lesson.completedAt === derived.completedAt) return null;
  if (derived.completedAt === null) return 'says it is completed, its heartbeats cover too little';
  if (lesson.completedAt === null)
    return `says it is not completed, its heartbeats completed it at ${iso(derived.completedAt)}`;
  const inLine = leases > 1 && Math.abs(lesson.completedAt - derived.completedAt) <= IN_LINE_MS;
  return inLine
    ? null
    : `says it was completed at ${iso(lesson.completedAt)}, its heartbeats at ${iso(derived.completedAt)}`;
}

interface LessonEvidence {
  coverage?: string;
  durationMs?: number;
  completionPercent?: number;
  completedAt?: string;
}

/** Hours of a lesson stand on what was covered of it; the record was compared with the heartbeats before. */
function wrongPay(lessons: readonly KeptLesson[], entries: readonly ChainedEntry[]): Wrong | null {
  const kept = new Map(lessons.map((lesson) => [lesson.lessonId, lesson]));
  for (const { id, seq, sourceKind, sourceId, evidence } of entries) {
    if (sourceKind !== 'lesson') continue;
    const what = wrongEvidence(kept.get(sourceId), evidence as LessonEvidence);
    if (what) return { table: 'credit_entry', row: `entry ${id}, ledger number ${seq}`, what };
  }
  return null;
}

function wrongEvidence(lesson: KeptLesson | undefined, evidence: LessonEvidence): string | null {
  if (!lesson || lesson.completedAt === null) return 'pays for a lesson that no heartbeats completed';
  const { coverage = '{}', durationMs = 0, completionPercent = 100, completedAt } = evidence;
  const shown = parseMultirange(coverage);
  if (lengthMs(subtract(shown, parseMultirange(lesson.coverage))) > 0)
    return 'names intervals that no heartbeats cover';
  if (!isComplete(shown, durationMs, completionPercent)) return 'names intervals that do not complete the lesson';
  return completedAt === iso(lesson.completedAt) ? null : `says that the lesson was completed at ${completedAt}`;
}

const iso = (at: number) => new Date(at).toISOString();
const brief = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
