import { catalog } from '@dangxiao/contracts';
import type { Client } from '../../support/client.ts';
import type { Node, School } from '../../support/factories.ts';
import { readyMedia, type Query } from '../../support/study.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

/** A school with two branches, in which courses are written and read. */
export interface CourseSchool extends TestApp, School {
  query: Query;
  left: Node;
  right: Node;
  /** Its administrator's browser. */
  client: Client;
}

export async function courseSchool(): Promise<CourseSchool> {
  const app = await testApp();
  const query: Query = (sql, params) => app.asOwner(sql, params);
  const school = await app.make.school();
  const left = await app.make.organization(school.root, { name: '左支部' });
  const right = await app.make.organization(school.root, { name: '右支部' });
  return { ...app, ...school, query, left, right, client: school.administrator.client };
}

export const refused = (code: string) => expect.objectContaining({ code });

export const draftOf = (client: Client, courseId: string) =>
  client.call(catalog.getCourseDraft, { params: { courseId } });

interface Outline {
  title?: string;
  organization?: Node;
  visibility?: 'subtree' | 'school';
  /** Minutes of each video lesson. */
  minutes?: number[];
}

/** A draft that can be published: a summary and one unit with video lessons. */
export async function readyDraft(school: CourseSchool, outline: Outline = {}) {
  const { title = '党章导读', organization = school.root, visibility = 'school', minutes = [31, 20] } = outline;
  const { client } = school;
  const body = { organizationId: organization.id, title, visibility };
  const { id: courseId } = await client.call(catalog.createCourse, { body });
  await client.call(catalog.updateCourse, { params: { courseId }, body: { revision: 1, summary: '一门课程' } });
  const unitId = (await draftOf(client, courseId)).units[0]?.id ?? '';
  const lessonIds: string[] = [];
  for (const [index, length] of minutes.entries()) lessonIds.push(await addVideo(school, unitId, index + 1, length));
  return { courseId, unitId, lessonIds };
}

export async function addVideo(school: CourseSchool, unitId: string, number: number, minutes: number) {
  const mediaId = await readyMedia(school.query, school.root.id, minutes * 60_000);
  const body = { kind: 'video' as const, title: `第${number}讲`, mediaId };
  return (await school.client.call(catalog.createLesson, { params: { unitId }, body })).id;
}

export async function publish(client: Client, courseId: string): Promise<number> {
  const { revision } = await draftOf(client, courseId);
  return (await client.call(catalog.publishCourse, { params: { courseId }, body: { revision } })).version;
}

/** A unit exam as the exams area keeps it, with as many single-choice questions as asked for. */
export async function addExam(school: CourseSchool, unitId: string, questions: number, draw: number): Promise<string> {
  const ids: string[] = [];
  for (let index = 0; index < questions; index += 1) {
    const [row] = await school.query(
      `with q as (insert into question (organization_id, updated_at, created_at) values ($1, now(), now()) returning id)
       insert into question_version (question_id, number, kind, text, options, correct, explanation, created_at)
       select id, 1, 'single', 'x', '[]', '{A}', '', now() from q returning id, question_id`,
      [school.root.id],
    );
    await school.query('update question set current_version_id = $1 where id = $2', [row?.id, row?.question_id]);
    ids.push(String(row?.question_id));
  }
  const [exam] = await school.query(
    `insert into unit_exam (unit_id, title, question_ids, draw, shuffle_questions, shuffle_options, minutes, pass_percent, tries, reveal)
     values ($1, '单元测试', $2, $3, true, true, 20, 60, 2, 'after_hand_in') returning id`,
    [unitId, ids, draw],
  );
  return String(exam?.id);
}

/** The person has completed the lesson. */
export async function complete(school: CourseSchool, personId: string, courseId: string, lessonId: string) {
  await school.query(
    `insert into lesson_progress (person_id, lesson_id, course_id, lesson_version_id, coverage, updated_at, completed_at)
     select $1, $2, $3, l.id, int4multirange(int4range(0, l.duration_ms)), $4, $4
     from lesson_version l join course c on c.published_version_id = l.course_version_id
     where l.lesson_id = $2 and c.id = $3`,
    [personId, lessonId, courseId, school.clock.now()],
  );
}

/** The person has finished an attempt of the exam. */
export async function sit(school: CourseSchool, personId: string, examId: string, passed: boolean): Promise<void> {
  await school.query(
    `insert into attempt (person_id, exam_id, exam_version_id, course_id, number, state, seed, started_at, deadline, finished_at,
       correct, total, score_percent, passed)
     select $1, $2, e.id, v.course_id, 1 + (select count(*) from attempt s where s.person_id = $1 and s.exam_id = $2), 'handed_in', 's',
       $3, $3::timestamptz + interval '20 minutes', $3, 0, 1, 0, $4
     from exam_version e join course_version v on v.id = e.course_version_id where e.exam_id = $2 order by v.number desc limit 1`,
    [personId, examId, school.clock.now(), passed],
  );
}
