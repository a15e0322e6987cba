import { Course } from './course.ts';
import { CourseVersion } from './course-version.ts';
import { Lesson } from './lesson.ts';
import { LessonVersion } from './lesson-version.ts';
import { Unit } from './unit.ts';

export const catalogEntities = [Course, CourseVersion, Lesson, LessonVersion, Unit];
