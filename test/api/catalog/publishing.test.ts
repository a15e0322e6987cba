import { catalog } from '@dangxiao/contracts';
import { addExam, addVideo, courseSchool, draftOf, publish, readyDraft, refused } from './course-school.ts';
import type { CourseSchool } from './course-school.ts';

describe('publishing', () => {
  let school: CourseSchool;
  beforeAll(async () => {
    school = await courseSchool();
  });
  afterAll(() => school.close());

  it('freezes a version that later edits do not touch', async () => {
    const { client, make, left } = school;
    const { courseId, unitId, lessonIds } = await readyDraft(school);
    const examId = await addExam(school, unitId, 3, 2);
    expect(await publish(client, courseId)).toBe(1);
    expect(await draftOf(client, courseId)).toMatchObject({ state: 'published', publishedVersion: 1, changed: false });
    const frozen = () =>
      school.query(
        `select v.title, v.number, (select jsonb_agg(to_jsonb(l) order by l.ordinal) from lesson_version l where l.course_version_id = v.id) l,
           (select jsonb_agg(to_jsonb(e)) from exam_version e where e.course_version_id = v.id) e
         from course_version v where v.course_id = $1 and v.number = 1`,
        [courseId],
      );
    const before = await frozen();

    const lesson = { params: { lessonId: lessonIds[0] ?? '' } };
    await client.call(catalog.updateLesson, { ...lesson, body: { revision: 1, title: '换了标题' } });
    expect((await draftOf(client, courseId)).changed).toBe(true);
    await school.query('update unit_exam set draw = 1 where id = $1', [examId]);
    await client.call(catalog.deleteLesson, { params: { lessonId: lessonIds[1] ?? '' } });
    const learner = await make.person({ organization: left });
    const content = { params: { courseId } };
    const seen = await learner.client.call(catalog.getCourseContent, content);
    expect(seen.units[0]?.lessons.map((each) => each.title)).toEqual(['第1讲', '第2讲']);
    expect(seen.units[0]?.exam).toMatchObject({ id: examId, questionCount: 2, state: 'locked' });

    expect(await publish(client, courseId)).toBe(2);
    expect((await draftOf(client, courseId)).changed).toBe(false);
    expect(await frozen()).toEqual(before);
    const after = await learner.client.call(catalog.getCourseContent, content);
    expect(after).toMatchObject({ version: 2 });
    expect(after.units[0]?.lessons.map((each) => each.title)).toEqual(['换了标题']);
    for (const table of ['course_version', 'lesson_version', 'exam_version']) {
      await expect(school.query(`update ${table} set title = 'x'`)).rejects.toThrow(/append-only/);
      await expect(school.query(`delete from ${table}`)).rejects.toThrow(/append-only/);
    }
  });

  it('freezes the current versions of questions that are not archived, and notices a changed question', async () => {
    const { client } = school;
    const { courseId, unitId } = await readyDraft(school);
    const examId = await addExam(school, unitId, 3, 2);
    const [exam] = await school.query('select question_ids from unit_exam where id = $1', [examId]);
    const [gone, changed] = exam?.question_ids as string[];
    await school.query('update question set archived_at = now() where id = $1', [gone]);
    await publish(client, courseId);
    const versions = async () => {
      const sql = `select question_version_ids as ids from exam_version e join course_version v on v.id = e.course_version_id
        where e.exam_id = $1 order by v.number desc limit 1`;
      return (await school.query(sql, [examId]))[0]?.ids as string[];
    };
    const first = await versions();
    expect(first).toHaveLength(2);
    const [row] = await school.query(
      `insert into question_version (question_id, number, kind, text, options, correct, explanation, created_at)
       values ($1, 2, 'single', 'new', '[]', '{A}', '', now()) returning id`,
      [changed],
    );
    await school.query('update question set current_version_id = $1 where id = $2', [row?.id, changed]);
    expect((await draftOf(client, courseId)).changed).toBe(true);
    await publish(client, courseId);
    expect(await versions()).toEqual([row?.id, first[1]]);
  });

  it('names what is missing: an exam that draws more than it has, a lecture that is not ready, an article without text', async () => {
    const { client } = school;
    const { courseId, unitId, lessonIds } = await readyDraft(school);
    const examId = await addExam(school, unitId, 1, 2);
    await school.query(`update media set state = 'processing' where id = (select media_id from lesson where id = $1)`, [
      lessonIds[0],
    ]);
    const { id: articleId } = await client.call(catalog.createLesson, {
      params: { unitId },
      body: { kind: 'article', title: '空文章' },
    });
    const lesson = { params: { lessonId: articleId } };
    await client.call(catalog.updateLesson, { ...lesson, body: { revision: 1, articleHtml: '<p>&nbsp;</p>' } });
    await expect(publish(client, courseId)).rejects.toMatchObject({
      code: 'course_not_publishable',
      params: {
        items: [
          { code: 'video_ready', done: false, where: { kind: 'lesson', id: lessonIds[0] } },
          { code: 'article_has_text', done: false, where: { kind: 'lesson', id: articleId } },
          { code: 'exam_has_questions', done: false, where: { kind: 'exam', id: examId } },
        ],
      },
    });
  });

  it('refuses a stale revision, and gives racing publications different numbers', async () => {
    const { client } = school;
    const { courseId, unitId } = await readyDraft(school);
    const at = (revision: number) => client.answer(catalog.publishCourse, { params: { courseId }, body: { revision } });
    expect((await at(1)).body.error?.code).toBe('stale_revision');
    const answers = await Promise.all([at(2), at(2), at(2), addVideo(school, unitId, 9, 5)]);
    const numbers = answers.slice(0, 3).map((answer) => (answer as Awaited<ReturnType<typeof at>>).body.version);
    expect([...numbers].sort()).toEqual([1, 2, 3]);
  });

  it('does not touch archived courses; restoring brings them back as they were', async () => {
    const { client, make, left } = school;
    const { courseId } = await readyDraft(school);
    await publish(client, courseId);
    const learner = await make.person({ organization: left });
    const course = { params: { courseId } };
    await client.call(catalog.archiveCourse, { ...course, body: { archived: true } });
    await expect(publish(client, courseId)).rejects.toEqual(refused('course_archived'));
    await expect(learner.client.call(catalog.getCourseContent, course)).rejects.toEqual(refused('course_not_found'));
    await client.call(catalog.archiveCourse, { ...course, body: { archived: false } });
    expect(await learner.client.call(catalog.getCourseContent, course)).toMatchObject({ version: 1 });
  });
});
