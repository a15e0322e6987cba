export { CatalogModule } from './catalog.module.ts';
export { lockUnit, touchCourse } from './lock.queries.ts';
export { visibleCourses } from '../../database/fragments/visible-courses.ts';
