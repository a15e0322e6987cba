export const TARGET_STATES = ['not_started', 'under_way', 'finished', 'in_grace', 'overdue', 'released'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

export interface TargetFacts {
  startedAt: Date | null;
  finishedAt: Date | null;
  releasedAt: Date | null;
  dueAt: Date | null;
  graceUntil: Date | null;
}

/**
 * How somebody stands in an assignment at an instant of the server's clock. What is finished stays finished, released or not; the deadline
 * itself is still in time, and so is the end of the grace.
 */
export function targetState(facts: TargetFacts, now: Date): TargetState {
  if (facts.finishedAt && facts.finishedAt <= now) return 'finished';
  if (facts.releasedAt && facts.releasedAt <= now) return 'released';
  if (facts.dueAt && facts.dueAt < now) return facts.graceUntil && now <= facts.graceUntil ? 'in_grace' : 'overdue';
  return facts.startedAt && facts.startedAt <= now ? 'under_way' : 'not_started';
}
