import { courseContents } from './course-content.ts';
import { courseDrafts } from './course-drafts.ts';
import { coursePublishing } from './course-publishing.ts';
import { outlineDrafts } from './outline-drafts.ts';

export { courseCard, courseContent, nextStep, refusedSpan } from './course-content.ts';
export { courseDraft, courseRow, lessonDraft, unitDraft } from './course-drafts.ts';
export { checklistItem } from './course-publishing.ts';
export { courseState, lessonKind, visibility } from './course-kinds.ts';

export const catalog = { ...courseDrafts, ...outlineDrafts, ...coursePublishing, ...courseContents };
