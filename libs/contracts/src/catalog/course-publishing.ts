import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { read, write } from './course-kinds.ts';
import { byId, done, id, revision } from '../schemas.ts';

/** What publishing needs; `where` points the editor to the thing that is missing. */
export const checklistItem = z.object({
  code: z.enum([
    'title',
    'summary',
    'has_unit',
    'unit_has_lesson',
    'video_ready',
    'article_has_text',
    'exam_has_questions',
  ]),
  done: z.boolean(),
  where: z.object({ kind: z.enum(['course', 'unit', 'lesson', 'exam']), id, title: z.string() }).nullable(),
});

/** From a draft to what learners see, and out of it. */
export const coursePublishing = {
  getChecklist: defineEndpoint({
    id: 'catalog.getChecklist',
    method: 'GET',
    path: '/courses/:courseId/checklist',
    access: read,
    summary: 'What publishing still needs',
    description: 'Each condition with whether it is met and where to mend it.',
    params: byId('courseId'),
    response: z.object({ ready: z.boolean(), items: z.array(checklistItem) }),
    errors: ['course_not_found'],
  }),
  publishCourse: defineEndpoint({
    id: 'catalog.publishCourse',
    method: 'POST',
    path: '/courses/:courseId/publications',
    access: write,
    summary: 'Publish the draft',
    description: 'Freezes an immutable version. What learners completed stays completed.',
    params: byId('courseId'),
    body: z.strictObject({ revision }),
    response: z.object({ version: z.number().int() }),
    errors: ['course_not_found', 'course_not_publishable', 'stale_revision', 'course_archived'],
  }),
  archiveCourse: defineEndpoint({
    id: 'catalog.archiveCourse',
    method: 'POST',
    path: '/courses/:courseId/archive',
    access: write,
    summary: 'Archive or restore a course',
    description: 'An archived course is not offered any more; records stay. Restoring brings it back as it was.',
    params: byId('courseId'),
    body: z.strictObject({ archived: z.boolean() }),
    response: done,
    errors: ['course_not_found'],
  }),
};
