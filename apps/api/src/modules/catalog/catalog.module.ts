import { Module } from '@nestjs/common';
import { CreditsModule } from '../credits/index.ts';
import { ArchiveCourse } from './archive-course.ts';
import { CreateCourse } from './create-course.ts';
import { CreateLesson } from './create-lesson.ts';
import { CreateUnit } from './create-unit.ts';
import { DeleteLesson } from './delete-lesson.ts';
import { DeleteUnit } from './delete-unit.ts';
import { FindCourses } from './find-courses.ts';
import { GetChecklist } from './get-checklist.ts';
import { GetCourseContent } from './get-course-content.ts';
import { GetCourseDraft } from './get-course-draft.ts';
import { GetLesson } from './get-lesson.ts';
import { ListCourses } from './list-courses.ts';
import { ListMyCourses } from './list-my-courses.ts';
import { OrderOutline } from './order-outline.ts';
import { PublishCourse } from './publish-course.ts';
import { UpdateCourse } from './update-course.ts';
import { UpdateLesson } from './update-lesson.ts';
import { UpdateUnit } from './update-unit.ts';

const drafts = [CreateCourse, GetCourseDraft, UpdateCourse, ListCourses, CreateUnit, UpdateUnit, DeleteUnit];
const lessons = [CreateLesson, UpdateLesson, DeleteLesson, OrderOutline];
const publication = [GetChecklist, PublishCourse, ArchiveCourse];
const learners = [ListMyCourses, FindCourses, GetCourseContent, GetLesson];

@Module({ imports: [CreditsModule], controllers: [...drafts, ...lessons, ...publication, ...learners] })
export class CatalogModule {}
