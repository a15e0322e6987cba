import { people } from '@dangxiao/contracts';
import type { DemoCourse, DemoUnit } from '../../../tools/demo/content/types.ts';
import { writeCourse } from '../../../tools/demo/courses.ts';
import { signIn } from '../../../tools/demo/learners.ts';
import { passwordOf } from './people.ts';

const exam = (title: string): DemoUnit['exam'] => ({
  title: '短文测试',
  draw: 3,
  minutes: 30,
  passPercent: 60,
  tries: 1,
  questions: [1, 2, 3].map((number) => ({
    kind: 'single',
    text: `第 ${number} 道题(${title})`,
    options: ['甲', '乙', '丙', '丁'],
    correct: 'A',
    explanation: '',
  })),
});

/** An article of ten seconds and, unless left out, an exam of three questions, of which A is right. */
const course = (title: string, withExam: boolean): DemoCourse => ({
  title,
  summary: '一篇短文和一次测试。',
  description: '<p>短文。</p>',
  visibility: 'school',
  units: [
    {
      title: '单元',
      lessons: [{ title: '短文', html: '<p>请阅读。</p>', readingSeconds: 10 }],
      ...(withExam ? { exam: exam(title) } : {}),
    },
  ],
});

/** Writes and publishes it over the API. @returns the course's id */
export async function writeShortCourse(baseUrl: string, title: string, withExam = true): Promise<string> {
  const admin = await signIn(baseUrl, 'admin', passwordOf('admin'));
  const { items } = await admin.call(people.listOrganizations);
  const root = items[0];
  if (!root) throw new Error('The school has no organization');
  const noLecture = () => Promise.reject(new Error('This course has no lecture'));
  return writeCourse(admin, root.id, course(title, withExam), noLecture);
}
