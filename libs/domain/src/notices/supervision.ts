import type { NoticeContent, NoticeParams } from './notices.ts';

/** Late people of one training, as one of those who answer for them is told of them. */
export type LateTraining = NoticeParams['escalation.secretary'];

/** Trainings that are named one by one; the rest is counted. */
const NAMED = 10;

/**
 * What somebody who answers for late people is told on a day: of a single training what there is to say of it, of several one message with a
 * line each, the one with the most late people first.
 */
export function supervisionOf(kind: 'secretary' | 'superior', late: readonly LateTraining[]): NoticeContent | null {
  const [first] = late;
  if (!first) return null;
  if (late.length === 1) return { code: `escalation.${kind}`, params: first };
  const sorted = [...late].sort((a, b) => b.count - a.count || (a.dueAt < b.dueAt ? -1 : 1));
  return {
    code: `escalation.${kind}Digest`,
    params: {
      trainings: sorted.slice(0, NAMED),
      more: Math.max(0, late.length - NAMED),
      count: late.reduce((sum, { count }) => sum + count, 0),
    },
  };
}
