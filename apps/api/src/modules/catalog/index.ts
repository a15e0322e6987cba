export { CatalogModule } from './catalog.module.ts';
export { completedCourse } from './completion.ts';
export { lockUnit, touchCourse, type LockedCourse } from './lock.queries.ts';
export { missingLessons } from './outline.ts';
export { visibleCourses } from './visible-courses.ts';
