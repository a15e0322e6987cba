import type { catalog, ResponseOf } from '@dangxiao/contracts';

export type Lesson = ResponseOf<typeof catalog.getLesson>;
export type Media = NonNullable<Lesson['media']>;
export type Course = ResponseOf<typeof catalog.getCourseContent>;
