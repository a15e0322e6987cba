import { paths } from './paths.ts';
import type { Training } from './use-training-labels.ts';

type Item = Training['items'][number];

/** Where one thing of an assignment is done. */
export const addressOf = (item: Item) => (item.examId ? paths.exam(item.examId) : paths.course(item.courseId));

/** What of an assignment can be done now; undefined before it is open and when all is done. */
export const nextOf = ({ upcoming, items }: Training): Item | undefined =>
  upcoming ? undefined : items.find((one) => !one.done && one.waitsFor === null);
