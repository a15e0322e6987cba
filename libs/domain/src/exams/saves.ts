/** The order of saves: the writer epoch that the server issues at each take-over, then the writer's own sequence. */
export type SaveOrder = { readonly epoch: number; readonly seq: number };

/** Whether save `a` comes after save `b`. A save is not newer than itself. */
export function isNewer(a: SaveOrder, b: SaveOrder): boolean {
  return a.epoch > b.epoch || (a.epoch === b.epoch && a.seq > b.seq);
}

/** When an attempt ends: its full time, or the closing of the exam if that comes first. */
export function deadlineOf(startedAt: Date, minutes: number, closesAt: Date | null): Date {
  const full = startedAt.getTime() + minutes * 60_000;
  return new Date(closesAt === null ? full : Math.min(full, closesAt.getTime()));
}

export type AttemptState = 'open' | 'handed_in' | 'timed_out';
export type AttemptTimes = { readonly deadline: Date; readonly handedInAt: Date | null };

/** The state at `now`, by the times alone: past its deadline an attempt is timed out even if no job has closed it yet. */
export function attemptState({ deadline, handedInAt }: AttemptTimes, now: Date): AttemptState {
  if (handedInAt !== null) return 'handed_in';
  return now.getTime() >= deadline.getTime() ? 'timed_out' : 'open';
}

/**
 * What happens to an answer that arrives:
 * 'store' it, it is newer · 'duplicate', it is the stored one (acknowledge again) · 'stale', a newer one is stored (changes nothing) ·
 * 'late', after the deadline, and 'closed', after the hand-in: kept beside the answers and shown, never marked.
 */
export type SaveDecision = 'store' | 'duplicate' | 'stale' | 'late' | 'closed';

/**
 * Decides about a save to one slot, given what that slot holds (null: nothing) and the attempt at `now`. The API decides many at once in
 * SQL, `modules/exams/save-answers.sql.ts`; `test/api/exams/deciding.test.ts` holds that statement against this rule.
 */
export function decideSave(stored: SaveOrder | null, save: SaveOrder, attempt: AttemptTimes, now: Date): SaveDecision {
  if (stored && stored.epoch === save.epoch && stored.seq === save.seq) return 'duplicate';
  const state = attemptState(attempt, now);
  if (state === 'handed_in') return 'closed';
  if (state === 'timed_out') return 'late';
  return stored === null || isNewer(save, stored) ? 'store' : 'stale';
}
