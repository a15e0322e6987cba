export { CatalogModule } from './catalog.module.ts';
export { completedCourse } from '../../database/fragments/completed-course.ts';
export { lockUnit, touchCourse, type LockedCourse } from './lock.queries.ts';
export { missingLessons } from './outline.ts';
export { visibleCourses } from '../../database/fragments/visible-courses.ts';
