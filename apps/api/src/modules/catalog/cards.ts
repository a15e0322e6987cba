import type { catalog, ResponseOf } from '@dangxiao/contracts';
import type { ConversionPolicy } from '@dangxiao/domain';
import { percentOf, progressColumns, type Progress } from '../../database/fragments/course-progress.ts';
import { courseHours, lessonState } from './outline.ts';

export type CourseCard = ResponseOf<typeof catalog.findCourses>['items'][number];

export interface CardRow extends Progress {
  id: string;
  title: string;
  summary: string;
  coverUrl: string | null;
  instructorName: string | null;
  durationMs: number;
}

/** What a card says of a course; `cv` is the version in force. */
export const courseColumns = `v.id, cv.title, cv.summary, '/api/v1/files/' || cv.cover_file_id as "coverUrl",
  cv.instructor_name as "instructorName", cv.duration_ms as "durationMs"`;

/** Columns of a card; needs `progressJoins`. */
export const cardColumns = (person: string) => `${courseColumns}, ${progressColumns(person)}`;

export function cardOf(row: CardRow, policy: ConversionPolicy): CourseCard {
  return {
    id: row.id,
    title: row.title,
    summary: row.summary,
    coverUrl: row.coverUrl,
    instructorName: row.instructorName,
    durationMs: row.durationMs,
    hours: courseHours(policy, row.durations, row.exams),
    state: lessonState(row),
    progressPercent: percentOf(row),
  };
}
