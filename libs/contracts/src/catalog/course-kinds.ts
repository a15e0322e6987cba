import { z } from 'zod';

export const courseState = z.enum(['draft', 'published', 'archived']);
export const visibility = z.enum(['subtree', 'school']);
export const lessonKind = z.enum(['video', 'article']);
/** Sanitised rich text, HTML. */
export const richText = z.string().max(50_000);
/** What writing to a course asks for, and reading its draft. */
export const write = { permission: 'courses.write' } as const;
export const read = { permission: 'courses.read' } as const;
