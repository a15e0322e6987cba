import { paths } from '../../app/paths.ts';
import type { Training } from '../../app/use-training-words.ts';

/** Where one thing of an assignment is done. */
export const addressOf = (item: Training['items'][number]) =>
  item.examId ? paths.exam(item.examId) : paths.course(item.courseId);
