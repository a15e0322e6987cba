import type { catalog, ResponseOf } from '@dangxiao/contracts';
import { paths } from './paths.ts';

export type NextStep = NonNullable<ResponseOf<typeof catalog.listMyCourses>['next']>;

/** Where the next step of a learner leads. */
export function toNextStep(next: NextStep): string {
  switch (next.kind) {
    case 'start_lesson':
    case 'continue_lesson':
      return paths.lesson(next.courseId, next.targetId);
    case 'start_exam':
    case 'continue_exam':
      return paths.exam(next.targetId);
    case 'review':
      return paths.course(next.courseId);
  }
}
