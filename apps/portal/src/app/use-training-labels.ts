import type { assignments, ResponseOf } from '@dangxiao/contracts';
import { useFormat, useKitText } from '@dangxiao/web-kit';
import { useText } from '../i18n/use-text.ts';

export type Training = ResponseOf<typeof assignments.myTraining>['items'][number];
type Reason = Training['reasons'][number];

const DAY = 86_400_000;
const SOON_MS = 7 * DAY;

/** Late, or to be done within a week. */
export function isUrgent({ state, dueAt, upcoming }: Training): boolean {
  if (state === 'overdue' || state === 'in_grace') return true;
  return state !== 'finished' && !upcoming && dueAt !== null && Date.parse(dueAt) - Date.now() < SOON_MS;
}

/** What is said of assigned training: how much time is left, and why it is assigned. */
export function useTrainingLabels() {
  const text = useText();
  const kit = useKitText();
  const format = useFormat();
  const days = (from: string, to: string) => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: format.zone });
    return Math.round((Date.parse(day.format(new Date(to))) - Date.parse(day.format(new Date(from)))) / DAY);
  };

  const left = ({ state, upcoming, opensAt, dueAt, graceUntil }: Training): string => {
    const now = new Date().toISOString();
    if (state === 'finished') return text('training.finished');
    if (upcoming) return text('training.opens', { when: format.when(opensAt) });
    if (!dueAt) return text('training.noDeadline');
    if (state === 'overdue') return text('training.overdue', { count: Math.max(1, days(dueAt, now)) });
    if (state === 'in_grace' && graceUntil) return text('training.inGrace', { when: format.when(graceUntil) });
    const count = days(now, dueAt);
    return count <= 0 ? text('training.dueToday') : text('training.daysLeft', { count });
  };

  const why = ({ by, name, kinds, positions }: Reason): string => {
    if (by === 'people') return text('training.whyNamed');
    if (by !== 'filter') return text('training.whyList', { name: name ?? '' });
    const who = [...kinds.map((kind) => kit(`personKind.${kind}`)), ...positions.map((one) => kit(`position.${one}`))];
    const where = name ?? text('training.everywhere');
    return who.length > 0
      ? text('training.whyWho', { name: where, who: who.join(text('training.separator')) })
      : text('training.whyPlace', { name: where });
  };

  return { left, why };
}
