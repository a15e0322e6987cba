import { catalog } from '@dangxiao/contracts';
import { signIn } from '../../../tools/demo/learners.ts';
import { readArticle } from './reading.ts';
import type { Learner } from './people.ts';
import { writeShortCourse } from './short-course.ts';

/** An exam that a learner may sit now: the course is written, published and read over the API, by the server's own clock. */
export async function openExam(baseUrl: string, { login, password }: Learner): Promise<string> {
  const courseId = await writeShortCourse(baseUrl, `断网作答 ${Date.now().toString(36)}`);
  const learner = await signIn(baseUrl, login, password);
  const params = { courseId };
  const [unit] = (await learner.call(catalog.getCourseContent, { params })).units;
  await readArticle(learner, courseId, unit?.lessons[0]?.id ?? '', 10_000);
  const after = await learner.call(catalog.getCourseContent, { params });
  const exam = after.units[0]?.exam;
  if (exam?.state !== 'open') throw new Error(`The exam is ${exam?.state}`);
  return exam.id;
}
