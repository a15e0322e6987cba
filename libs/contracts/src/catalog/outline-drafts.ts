import { z } from 'zod';
import { defineEndpoint, KIB, MIB } from '../endpoint.ts';
import { courseDraft, lessonDraft, unitDraft } from './course-drafts.ts';
import { lessonKind, richText, write } from './course-kinds.ts';
import { byId, done, id, revision, title } from '../schemas.ts';

const lessonFields = {
  title,
  required: z.boolean(),
  mediaId: id.nullable(),
  articleHtml: richText.nullable(),
  minimumReadingSeconds: z.number().int().min(10).max(7200).nullable(),
};

/** Units and lessons of a draft. */
export const outlineDrafts = {
  createUnit: defineEndpoint({
    id: 'catalog.createUnit',
    method: 'POST',
    path: '/courses/:courseId/units',
    access: write,
    summary: 'Add a unit',
    description: 'At the end of the course.',
    params: byId('courseId'),
    body: z.strictObject({ title }),
    response: z.object({ id }),
    errors: ['course_not_found', 'course_archived'],
  }),
  updateUnit: defineEndpoint({
    id: 'catalog.updateUnit',
    method: 'PATCH',
    path: '/units/:unitId',
    access: write,
    summary: 'Rename a unit',
    description: 'In the draft.',
    params: byId('unitId'),
    body: z.strictObject({ revision, title }),
    response: unitDraft,
    errors: ['unit_not_found', 'stale_revision', 'course_archived'],
  }),
  deleteUnit: defineEndpoint({
    id: 'catalog.deleteUnit',
    method: 'DELETE',
    path: '/units/:unitId',
    access: write,
    summary: 'Remove a unit from the draft',
    description: "With its lessons and its exam. Published versions and learners' records stay.",
    params: byId('unitId'),
    response: done,
    errors: ['unit_not_found', 'course_archived'],
  }),
  createLesson: defineEndpoint({
    id: 'catalog.createLesson',
    method: 'POST',
    path: '/units/:unitId/lessons',
    access: write,
    summary: 'Add a lesson',
    description: 'At the end of the unit, in the draft.',
    params: byId('unitId'),
    body: z.strictObject({
      kind: lessonKind,
      title,
      required: z.boolean().default(true),
      mediaId: id.nullable().default(null),
    }),
    response: z.object({ id }),
    errors: ['unit_not_found', 'media_not_found', 'course_archived'],
  }),
  updateLesson: defineEndpoint({
    id: 'catalog.updateLesson',
    method: 'PATCH',
    path: '/lessons/:lessonId',
    access: write,
    bodyLimit: 256 * KIB,
    summary: 'Edit a lesson',
    description: 'In the draft. Rich text is sanitised on the way in.',
    params: byId('lessonId'),
    body: z.strictObject({ revision, ...z.object(lessonFields).partial().shape }),
    response: lessonDraft,
    errors: ['lesson_not_found', 'media_not_found', 'stale_revision', 'course_archived'],
  }),
  deleteLesson: defineEndpoint({
    id: 'catalog.deleteLesson',
    method: 'DELETE',
    path: '/lessons/:lessonId',
    access: write,
    summary: 'Remove a lesson from the draft',
    description: "Published versions and learners' records stay.",
    params: byId('lessonId'),
    response: done,
    errors: ['lesson_not_found', 'course_archived'],
  }),
  orderOutline: defineEndpoint({
    id: 'catalog.orderOutline',
    method: 'PUT',
    path: '/courses/:courseId/outline',
    access: write,
    bodyLimit: MIB,
    summary: 'Order units and lessons',
    description: 'The whole outline in its new order; every unit and lesson of the draft exactly once.',
    params: byId('courseId'),
    body: z.strictObject({
      revision,
      units: z.array(z.strictObject({ id, lessonIds: z.array(id).max(200) })).max(100),
    }),
    response: courseDraft,
    errors: ['course_not_found', 'outline_mismatch', 'stale_revision', 'course_archived'],
  }),
};
