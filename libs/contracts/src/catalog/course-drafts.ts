import { z } from 'zod';
import { defineEndpoint, KIB } from '../endpoint.ts';
import { courseState, lessonKind, read, richText, visibility, write } from './course-kinds.ts';
import { byId, id, instant, milliseconds, page, paging, revision, search, title } from '../schemas.ts';

export const lessonDraft = z.object({
  id,
  unitId: id,
  kind: lessonKind,
  title: z.string(),
  required: z.boolean(),
  mediaId: id.nullable(),
  mediaState: z.enum(['none', 'uploaded', 'processing', 'ready', 'failed']),
  durationMs: milliseconds.nullable(),
  articleHtml: z.string().nullable(),
  minimumReadingSeconds: z.number().int().nullable(),
  revision,
});
export const unitDraft = z.object({
  id,
  title: z.string(),
  lessons: z.array(lessonDraft),
  examId: id.nullable(),
  revision,
});
export const courseDraft = z.object({
  id,
  title: z.string(),
  summary: z.string(),
  descriptionHtml: z.string(),
  instructorId: id.nullable(),
  instructorName: z.string().nullable(),
  organizationId: id,
  organizationName: z.string(),
  visibility,
  state: courseState,
  coverUrl: z.string().nullable(),
  publishedVersion: z.number().int().nullable(),
  publishedAt: instant.nullable(),
  /** The draft differs from what is published. */
  changed: z.boolean(),
  units: z.array(unitDraft),
  revision,
});
export const courseRow = z.object({
  id,
  title: z.string(),
  organizationId: id,
  organizationName: z.string(),
  state: courseState,
  coverUrl: z.string().nullable(),
  lessonCount: z.number().int(),
  durationMs: milliseconds,
  learnerCount: z.number().int(),
  updatedAt: instant,
});
const courseFields = {
  title,
  summary: z.string().trim().max(300),
  descriptionHtml: richText,
  instructorId: id.nullable(),
  visibility,
  coverFileId: id.nullable(),
};

/** Courses as their administrators list and edit them. */
export const courseDrafts = {
  listCourses: defineEndpoint({
    id: 'catalog.listCourses',
    method: 'GET',
    path: '/courses',
    access: read,
    summary: 'Courses that I administer',
    description: "Courses owned by organizations of the actor's subtrees, newest change first.",
    query: z.strictObject({ organizationId: id.optional(), state: courseState.optional(), q: search, ...paging }),
    response: page(courseRow),
    errors: ['organization_not_found'],
  }),
  createCourse: defineEndpoint({
    id: 'catalog.createCourse',
    method: 'POST',
    path: '/courses',
    access: write,
    summary: 'Create a course',
    description: 'A draft with one empty unit, named in the language of the author.',
    body: z.strictObject({
      organizationId: id,
      title,
      visibility: visibility.default('subtree'),
      unitTitle: title.default('第一单元'),
    }),
    response: z.object({ id }),
    errors: ['organization_not_found'],
  }),
  getCourseDraft: defineEndpoint({
    id: 'catalog.getCourseDraft',
    method: 'GET',
    path: '/courses/:courseId/draft',
    access: read,
    summary: 'The draft of a course',
    description: 'Everything the course editor shows.',
    params: byId('courseId'),
    response: courseDraft,
    errors: ['course_not_found'],
  }),
  updateCourse: defineEndpoint({
    id: 'catalog.updateCourse',
    method: 'PATCH',
    path: '/courses/:courseId',
    access: write,
    bodyLimit: 256 * KIB,
    summary: 'Edit a course',
    description: 'Rich text is sanitised on the way in. Learners see the change after the next publication.',
    params: byId('courseId'),
    body: z.strictObject({ revision, ...z.object(courseFields).partial().shape }),
    response: courseDraft,
    errors: ['course_not_found', 'stale_revision', 'file_not_found', 'person_not_found', 'course_archived'],
  }),
};
