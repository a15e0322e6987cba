import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { lessonKind } from './course-kinds.ts';
import { byId, flag, hours, id, instant, interval, milliseconds, page, paging, search } from '../schemas.ts';

const outlineLesson = z.object({
  id,
  kind: lessonKind,
  title: z.string(),
  required: z.boolean(),
  durationMs: milliseconds,
  hours,
  state: z.enum(['not_started', 'in_progress', 'completed']),
  /** Counted so far, ms of content. */
  countedMs: milliseconds,
  positionMs: milliseconds,
});
const outlineExam = z.object({
  id,
  title: z.string(),
  questionCount: z.number().int(),
  minutes: z.number().int(),
  passPercent: z.number().int(),
  hours,
  state: z.enum(['locked', 'open', 'in_progress', 'passed', 'failed']),
  /** Titles of required lessons of the unit that are still missing, when locked. */
  missingLessons: z.array(z.string()),
});
export const nextStep = z.object({
  kind: z.enum(['start_lesson', 'continue_lesson', 'start_exam', 'continue_exam', 'review']),
  courseId: id,
  courseTitle: z.string(),
  targetId: id,
  title: z.string(),
  positionMs: milliseconds,
});
export const courseContent = z.object({
  id,
  version: z.number().int(),
  title: z.string(),
  summary: z.string(),
  descriptionHtml: z.string(),
  coverUrl: z.string().nullable(),
  instructorName: z.string().nullable(),
  organizationName: z.string(),
  durationMs: milliseconds,
  hours,
  completed: z.boolean(),
  progressPercent: z.number().int().min(0).max(100),
  units: z.array(z.object({ id, title: z.string(), lessons: z.array(outlineLesson), exam: outlineExam.nullable() })),
  next: nextStep.nullable(),
});
export const courseCard = z.object({
  id,
  title: z.string(),
  summary: z.string(),
  coverUrl: z.string().nullable(),
  instructorName: z.string().nullable(),
  durationMs: milliseconds,
  hours,
  state: z.enum(['not_started', 'in_progress', 'completed']),
  progressPercent: z.number().int().min(0).max(100),
});
export const refusedSpan = z.object({ interval, reason: z.enum(['budget', 'gap', 'ahead', 'impossible', 'late']) });
const mediaPlayback = z.object({
  id,
  durationMs: milliseconds,
  /** HLS master playlist; `audioUrl` holds the audio-only rendition. */
  hlsUrl: z.string(),
  audioUrl: z.string(),
  posterUrl: z.string().nullable(),
  qualities: z.array(z.object({ name: z.string(), height: z.number().int().nullable(), bandwidth: z.number().int() })),
  thumbnails: z
    .object({
      url: z.string(),
      columns: z.number().int(),
      rows: z.number().int(),
      tileWidth: z.number().int(),
      tileHeight: z.number().int(),
      intervalMs: z.number().int(),
    })
    .nullable(),
  subtitles: z.array(z.object({ language: z.string(), label: z.string(), url: z.string() })),
});
const lessonContent = z.object({
  id,
  courseId: id,
  courseTitle: z.string(),
  unitTitle: z.string(),
  kind: lessonKind,
  title: z.string(),
  required: z.boolean(),
  /** Length of the lecture, or the minimum reading time of an article. */
  durationMs: milliseconds,
  hours,
  /** Coverage that completes the lesson, percent. */
  completionPercent: z.number().int(),
  /** Highest playback rate, percent. */
  maxRate: z.number().int(),
  media: mediaPlayback.nullable(),
  articleHtml: z.string().nullable(),
  progress: z.object({
    coverage: z.array(interval),
    frontierMs: milliseconds,
    positionMs: milliseconds,
    completedAt: instant.nullable(),
    refused: z.array(refusedSpan),
  }),
});

/** Courses as learners find and study them. */
export const courseContents = {
  listMyCourses: defineEndpoint({
    id: 'catalog.listMyCourses',
    method: 'GET',
    path: '/my/courses',
    access: 'learner',
    summary: 'My courses',
    description: 'Courses that I began, latest first: a hot path.',
    query: z.strictObject({ ...paging }),
    response: z.object({ items: z.array(courseCard), nextCursor: z.string().nullable(), next: nextStep.nullable() }),
  }),
  findCourses: defineEndpoint({
    id: 'catalog.findCourses',
    method: 'GET',
    path: '/catalog/courses',
    access: 'learner',
    summary: 'Find courses',
    description: 'Published courses visible to me; search by words of the title or instructor, or pinyin initials.',
    query: z.strictObject({
      q: search,
      state: z.enum(['not_started', 'in_progress', 'completed']).optional(),
      hasExam: flag.optional(),
      ...paging,
    }),
    response: page(courseCard),
  }),
  getCourseContent: defineEndpoint({
    id: 'catalog.getCourseContent',
    method: 'GET',
    path: '/catalog/courses/:courseId',
    access: 'learner',
    summary: 'A course with my progress',
    description: 'Units, lessons and exams with state, and the next step: a hot path.',
    params: byId('courseId'),
    response: courseContent,
    errors: ['course_not_found'],
  }),
  getLesson: defineEndpoint({
    id: 'catalog.getLesson',
    method: 'GET',
    path: '/catalog/courses/:courseId/lessons/:lessonId',
    access: 'learner',
    summary: 'A lesson with my progress',
    description: 'What the lesson page needs before it takes a lease.',
    params: byId('courseId', 'lessonId'),
    response: lessonContent,
    errors: ['course_not_found', 'lesson_not_found'],
  }),
};
