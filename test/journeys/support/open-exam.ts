import { catalog, people } from '@dangxiao/contracts';
import type { DemoCourse } from '../../../tools/demo/content/types.ts';
import { writeCourse } from '../../../tools/demo/courses.ts';
import { signIn } from '../../../tools/demo/learners.ts';
import { readArticle } from './reading.ts';
import { passwordOf, type Login } from './people.ts';

const course = (run: string): DemoCourse => ({
  title: `断网作答 ${run}`,
  summary: '一篇短文和一次测试。',
  description: '<p>短文。</p>',
  visibility: 'school',
  units: [
    {
      title: '单元',
      lessons: [{ title: '短文', html: '<p>请阅读。</p>', readingSeconds: 10 }],
      exam: {
        title: '断网测试',
        draw: 3,
        minutes: 30,
        passPercent: 60,
        tries: 1,
        questions: [1, 2, 3].map((number) => ({
          kind: 'single',
          text: `第 ${number} 道题(${run})`,
          options: ['甲', '乙', '丙', '丁'],
          correct: 'A',
          explanation: '',
        })),
      },
    },
  ],
});

/** An exam that a learner may sit now: the course is written, published and read over the API, by the server's own clock. */
export async function openExam(baseUrl: string, login: Login): Promise<string> {
  const admin = await signIn(baseUrl, 'admin', passwordOf('admin'));
  const { items } = await admin.call(people.listOrganizations);
  const root = items[0];
  if (!root) throw new Error('The school has no organization');
  const noLecture = () => Promise.reject(new Error('This course has no lecture'));
  const courseId = await writeCourse(admin, root.id, course(Date.now().toString(36)), noLecture);
  const learner = await signIn(baseUrl, login, passwordOf(login));
  const params = { courseId };
  const [unit] = (await learner.call(catalog.getCourseContent, { params })).units;
  await readArticle(learner, courseId, unit?.lessons[0]?.id ?? '', 10_000);
  const after = await learner.call(catalog.getCourseContent, { params });
  const exam = after.units[0]?.exam;
  if (exam?.state !== 'open') throw new Error(`The exam is ${exam?.state}`);
  return exam.id;
}
