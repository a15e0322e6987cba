import type { ReminderStep } from '@dangxiao/domain';
import type { Tx } from '../../database/unit-of-work.ts';

/** One step of the reminders of an assignment for one deadline. */
export interface Run {
  assignmentId: string;
  step: string;
  deadline: Date;
  stepAt: Date;
  place: string | null;
}

/** News of an assignment, each a step of its own, beside those of its deadline. */
export type NewsKind = 'published' | 'changed' | 'withdrawn';
export type RunKind = ReminderStep['kind'] | NewsKind;

/** A run `r` waits until the fill is through and every change of people that was known when it was planned has been followed. */
export const isReady = `
  not exists (select from assignment_fill f where f.assignment_id = r.assignment_id and f.finished_at is null)
  and not exists (select from audience_change c where c.id < r.after_change)`;

/** What a step is told once under. */
export const keyOf = (run: Run) => `${run.step}:${run.assignmentId}:${run.deadline.toISOString()}`;

/** News is dated by itself; a step stands as long as its deadline is the assignment's. */
export function deadlineStands(
  { dueAt, graceUntil }: { dueAt: Date | null; graceUntil: Date | null },
  kind: RunKind,
  deadline: Date,
): boolean {
  if (kind === 'published' || kind === 'changed' || kind === 'withdrawn') return true;
  const own = kind === 'before' || kind === 'at' ? dueAt : (graceUntil ?? dueAt);
  return own?.getTime() === deadline.getTime();
}

/** Writes down how far a step has come. @param place null: it is through */
export function noteRun(tx: Tx, run: Run, told: number, place: string | null, now: Date): Promise<number> {
  return tx.execute(
    `update reminder_run set told = told + $4, place = coalesce($5::uuid, place), finished_at = case when $5::uuid is null then $6::timestamptz end
     where assignment_id = $1 and step = $2 and deadline = $3`,
    [run.assignmentId, run.step, run.deadline, told, place, now],
  );
}

/** The step is through. */
export const finishRun = (tx: Tx, run: Run, told: number, now: Date) => noteRun(tx, run, told, null, now);
