import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalog, exams } from '@dangxiao/contracts';
import type { Client } from '../../support/client.ts';
import { examSchool, MINUTE, attempt, startAttempt, type ExamSchool } from './exam-school.ts';

let school: ExamSchool;
beforeAll(async () => {
  school = await examSchool();
});
afterAll(() => school.close());

const factsOf = (client: Client, examId: string) => client.call(exams.getExam, { params: { examId } });

describe('starting an attempt', () => {
  it('P7: 100 parallel starts of one person get the same attempt, and none fails', async () => {
    const exam = await school.exam();
    const learner = await school.candidate(exam);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => learner.client.answer(exams.startAttempt, { params: { examId: exam.id } })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body.paper))).size).toBe(1);
    // the first starts with 1, each of the others takes the writer over
    const [row] = await school.pg.query('select number, epoch from attempt where person_id = $1', [learner.personId]);
    expect(row).toEqual({ number: 1, epoch: 100 });
  });

  it('P7: racing starts after an ended attempt make one with the next number', async () => {
    const exam = await school.exam();
    const learner = await school.candidate(exam);
    const { writer } = await attempt(learner, exam, 0);
    await writer.handIn();
    const again = await Promise.all(Array.from({ length: 20 }, () => startAttempt(learner, exam)));
    expect(new Set(again.map(({ id }) => id)).size).toBe(1);
    expect(again.every(({ number }) => number === 2)).toBe(true);
  });

  it('qtype_stack#709: 200 people who start at once neither wait long nor pin the CPU', async () => {
    const exam = await school.exam({ questions: 30, draw: 20 });
    const learners = await school.candidates(exam, 200);
    const cpu = process.cpuUsage();
    const began = performance.now();
    const attempts = await Promise.all(learners.map((learner) => startAttempt(learner, exam)));
    const took = performance.now() - began;
    const used = process.cpuUsage(cpu);
    expect(new Set(attempts.map(({ id }) => id)).size).toBe(200);
    expect(attempts.every(({ paper }) => paper.length === 20)).toBe(true);
    // time on the processor is the measure; the clock on the wall leaves room for a machine with other work
    const msPerStart = (used.user + used.system) / 1000 / 200;
    expect(msPerStart).toBeLessThan(25);
    expect(took).toBeLessThan(45_000);
  });

  it('opens when the required lessons of the unit are complete, and names those that are missing', async () => {
    const exam = await school.exam({ lessons: 2 });
    const learner = await school.learner();
    await school.complete(learner.personId, exam, exam.lessonIds.slice(0, 1));
    expect((await factsOf(learner.client, exam.id)).missingLessons).toEqual([
      { id: exam.lessonIds[1], title: '第 2 讲' },
    ]);
    await expect(startAttempt(learner, exam)).rejects.toMatchObject({
      status: 409,
      code: 'exam_locked',
      params: { missingLessons: ['第 2 讲'] },
    });
    await school.complete(learner.personId, exam, exam.lessonIds.slice(1));
    expect(await factsOf(learner.client, exam.id)).toMatchObject({
      missingLessons: [],
      openAttemptId: null,
      triesLeft: 3,
    });
    const { id } = await startAttempt(learner, exam);
    expect((await factsOf(learner.client, exam.id)).openAttemptId).toBe(id);
  });

  it('a paper has exactly the questions drawn, no two the same, and no right answer in it', async () => {
    const exam = await school.exam({ questions: 9, draw: 7 });
    const learner = await school.candidate(exam);
    const { paper } = await startAttempt(learner, exam);
    expect(paper.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(paper.map(({ text }) => text)).size).toBe(7);
    for (const { kind, options } of paper) expect(options).toHaveLength(kind === 'true_false' ? 0 : 4);
    const raw = await learner.client.answer(exams.startAttempt, { params: { examId: exam.id } });
    expect(raw.bytes.toString()).not.toMatch(/correct|explanation|解析/);
  });

  it('tcexam#266: too few questions are an error, never a shorter paper', async () => {
    const exam = await school.exam({ questions: 4, draw: 4 });
    // what no operation can bring about, because an exam_version never changes
    await school.asOwner(
      `with v as (insert into course_version (course_id, number, title, summary, description_html, duration_ms, search_text, published_at)
         select course_id, number + 1, title, summary, description_html, duration_ms, search_text, published_at from course_version
         where course_id = $1 returning id, course_id),
       l as (insert into lesson_version (course_version_id, lesson_id, unit_id, unit_title, unit_ordinal, ordinal, kind, title, required, duration_ms)
         select v.id, lesson_id, unit_id, unit_title, unit_ordinal, ordinal, kind, o.title, required, o.duration_ms
         from lesson_version o join course_version c on c.id = o.course_version_id, v where c.course_id = v.course_id),
       e as (insert into exam_version (course_version_id, exam_id, unit_id, title, question_version_ids, draw, shuffle_questions, shuffle_options,
           minutes, pass_percent, tries, reveal)
         select v.id, exam_id, unit_id, title, question_version_ids[1:3], draw, true, true, 30, 60, 3, reveal from exam_version, v
         where exam_id = $2)
       update course set published_version_id = v.id from v where course.id = v.course_id`,
      [exam.courseId, exam.id],
    );
    const learner = await school.candidate(exam);
    await expect(startAttempt(learner, exam)).rejects.toMatchObject({
      code: 'exam_too_few_questions',
      params: { draw: 4, available: 3 },
    });
    expect(await school.pg.query('select 1 from attempt where person_id = $1', [learner.personId])).toEqual([]);
  });

  it('ends with the tries, and after passing', async () => {
    const exam = await school.exam({ tries: 2 });
    const failing = await school.candidate(exam);
    for (const number of [1, 2]) {
      const { started, writer } = await attempt(failing, exam, 1);
      expect(started.number).toBe(number);
      await writer.handIn();
    }
    await expect(startAttempt(failing, exam)).rejects.toMatchObject({ status: 409, code: 'exam_no_tries_left' });
    expect(await factsOf(failing.client, exam.id)).toMatchObject({ triesLeft: 0, passed: false });

    const passing = await school.candidate(exam);
    const { writer } = await attempt(passing, exam, 4);
    await writer.handIn();
    await expect(startAttempt(passing, exam)).rejects.toMatchObject({ status: 409, code: 'exam_already_passed' });
    expect(await factsOf(passing.client, exam.id)).toMatchObject({ triesLeft: 1, passed: true, hours: '0.50' });
  });

  it('edx-proctoring#270: coming in again late keeps the deadline of the first start', async () => {
    const exam = await school.exam({ minutes: 30 });
    const learner = await school.candidate(exam);
    const first = await startAttempt(learner, exam);
    school.clock.advance(29 * MINUTE);
    const again = await startAttempt(learner, exam);
    expect(again).toMatchObject({ id: first.id, deadline: first.deadline, epoch: 2 });
    school.clock.advance(MINUTE);
    expect(await startAttempt(learner, exam)).toMatchObject({ number: 2, epoch: 1 });
    expect(
      (await factsOf(learner.client, exam.id)).attempts.map(({ state, finishedAt }) => [state, finishedAt]),
    ).toEqual([
      ['open', null],
      ['timed_out', first.deadline],
    ]);
  });

  it('canvas-lms#1769: nothing that closes the exam ends a running attempt', async () => {
    const exam = await school.exam();
    const learner = await school.candidate(exam);
    const { started, writer } = await attempt(learner, exam, 2);
    await (
      await school.staff()
    ).call(catalog.archiveCourse, { params: { courseId: exam.courseId }, body: { archived: true } });
    const again = await startAttempt(learner, exam);
    expect(again).toMatchObject({ id: started.id, epoch: 2 });
    writer.epoch = 2;
    await writer.answer(started, exam, 4);
    expect(await writer.handIn()).toMatchObject({ state: 'handed_in', answered: 4 });
    expect(await writer.result()).toMatchObject({ passed: true });
    await expect(startAttempt(await school.candidate(exam), exam)).rejects.toMatchObject({ code: 'exam_not_found' });
  });

  it('is for those who may see the course', async () => {
    const left = await school.make.organization(school.root);
    const right = await school.make.organization(school.root);
    const exam = await school.exam({ organization: left, visibility: 'subtree' });
    await expect(startAttempt(await school.candidate(exam, right), exam)).rejects.toMatchObject({
      code: 'exam_not_found',
    });
    await expect(factsOf((await school.learner(right)).client, exam.id)).rejects.toMatchObject({
      code: 'exam_not_found',
    });
    expect(await startAttempt(await school.candidate(exam, left), exam)).toMatchObject({ number: 1 });
  });
});
