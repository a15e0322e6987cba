import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalog, exams, questions } from '@dangxiao/contracts';
import type { Client } from '../../support/client.ts';
import { examSchool, questionBank, settings, attempt, startAttempt, type ExamSchool } from './exam-school.ts';

let school: ExamSchool;
beforeAll(async () => {
  school = await examSchool();
});
afterAll(() => school.close());

/** A course with one empty unit. */
async function draft(client: Client, organization = school.root) {
  const body = { organizationId: organization.id, title: '党史', visibility: 'school' as const };
  const { id: courseId } = await client.call(catalog.createCourse, { body });
  const { units } = await client.call(catalog.getCourseDraft, { params: { courseId } });
  return { courseId, unitId: units[0]?.id ?? '' };
}
const put = (client: Client, unitId: string, questionIds: string[], revision: number | null, more = {}) =>
  client.call(exams.putUnitExam, { params: { unitId }, body: { ...settings, ...more, questionIds, revision } });
const get = async (client: Client, unitId: string) =>
  (await client.call(exams.getUnitExam, { params: { unitId } })).exam;

describe('the exam of a unit in the draft', () => {
  it('is created, read, replaced and removed, each with its entry in the audit log', async () => {
    const client = await school.staff();
    const { unitId, courseId } = await draft(client);
    expect(await get(client, unitId)).toBeNull();
    const { ids } = await questionBank(client, school.root.id, 6);
    const made = await put(client, unitId, ids, null);
    expect(made).toMatchObject({ ...settings, unitId, courseId, questionIds: ids, questionCount: 6, revision: 1 });
    expect(await get(client, unitId)).toEqual(made);
    const changed = await put(client, unitId, ids.slice(0, 5), 1, { draw: 5, reveal: 'never' });
    expect(changed).toMatchObject({ id: made.id, questionCount: 5, draw: 5, reveal: 'never', revision: 2 });
    await client.call(exams.deleteUnitExam, { params: { unitId } });
    expect(await get(client, unitId)).toBeNull();
    await expect(client.call(exams.deleteUnitExam, { params: { unitId } })).rejects.toMatchObject({
      code: 'exam_not_found',
    });
    const events = await school.pg.query('select action from audit_event where object_id = $1 order by at, id', [
      made.id,
    ]);
    expect(events).toEqual(['put', 'put', 'delete'].map((verb) => ({ action: `exams.${verb}UnitExam` })));
  });

  it('is the same exam when it is set again after its removal: tries and hours go on counting', async () => {
    const exam = await school.exam({ tries: 2 });
    const learner = await school.candidate(exam);
    const { writer } = await attempt(learner, exam, 4);
    await writer.handIn();
    const client = await school.staff();
    await client.call(exams.deleteUnitExam, { params: { unitId: exam.unitId } });
    await school.publish(exam.courseId);
    await expect(startAttempt(learner, exam)).rejects.toMatchObject({ code: 'exam_not_found' });
    expect(await writer.result()).toMatchObject({ passed: true });
    const again = await put(client, exam.unitId, exam.questionIds, null, { tries: 5 });
    expect(again.id).toBe(exam.id);
    await school.publish(exam.courseId);
    await expect(startAttempt(learner, exam)).rejects.toMatchObject({ code: 'exam_already_passed' });
  });

  it('refuses a stale edit with what stands, and of many edits at once takes one', async () => {
    const client = await school.staff();
    const { unitId } = await draft(client);
    const { ids } = await questionBank(client, school.root.id, 4);
    const created = await Promise.allSettled([1, 2, 3, 4].map(() => put(client, unitId, ids, null)));
    expect(created.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const edits = await Promise.allSettled([1, 2, 3, 4].map((draw) => put(client, unitId, ids, 1, { draw })));
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const current = await get(client, unitId);
    await expect(put(client, unitId, ids, 1)).rejects.toMatchObject({
      status: 409,
      code: 'stale_revision',
      params: { current },
    });
  });

  it('draws on distinct questions of the bank that the author may read', async () => {
    const client = await school.staff();
    const { unitId } = await draft(client);
    const { ids } = await questionBank(client, school.root.id, 3);
    const few = { status: 409, code: 'exam_too_few_questions', params: { draw: 4, available: 3 } };
    await expect(put(client, unitId, ids, null)).rejects.toMatchObject(few);
    await expect(put(client, unitId, [...ids, ...ids], null)).rejects.toMatchObject(few);
    const unknown = randomUUID();
    await expect(put(client, unitId, [...ids, unknown], null)).rejects.toMatchObject({
      code: 'question_not_found',
      params: { questionIds: [unknown] },
    });
    const left = await school.make.organization(school.root);
    const right = await school.make.organization(school.root);
    const foreign = await questionBank(client, right.id, 4);
    const author = await school.make.administrator(left);
    const own = await draft(author.client, left);
    await expect(put(author.client, own.unitId, foreign.ids, null)).rejects.toMatchObject({
      code: 'question_not_found',
    });
    expect(await put(client, own.unitId, foreign.ids, null)).toMatchObject({ questionCount: 4 });
  });

  it.each([
    ['draw', 0],
    ['minutes', 0],
    ['minutes', 301],
    ['passPercent', 101],
    ['tries', 0],
    ['reveal', 'always'],
    ['title', ' '],
    ['questionIds', []],
  ])('refuses %s = %p', async (path, value) => {
    const client = await school.staff();
    const { unitId } = await draft(client);
    const body = { ...settings, questionIds: [randomUUID()], revision: null, [path]: value };
    const answer = await client.answer(exams.putUnitExam, { params: { unitId }, body: body as never });
    expect(answer).toMatchObject({ status: 422, body: { error: { fields: [{ path }] } } });
  });

  it("another organization's unit is not found; an instructor writes, an auditor reads, a learner does neither", async () => {
    const client = await school.staff();
    const left = await school.make.organization(school.root);
    const right = await school.make.organization(school.root);
    const { unitId } = await draft(client, left);
    const { ids } = await questionBank(client, left.id, 4);
    const stranger = (await school.make.administrator(right)).client;
    for (const call of [() => get(stranger, unitId), () => put(stranger, unitId, ids, null)])
      await expect(call()).rejects.toMatchObject({ status: 404, code: 'unit_not_found' });
    const instructor = (await school.make.administrator(left, 'instructor')).client;
    expect(await put(instructor, unitId, ids, null)).toMatchObject({ revision: 1 });
    const auditor = (await school.make.administrator(left, 'auditor')).client;
    expect(await get(auditor, unitId)).toMatchObject({ revision: 1 });
    for (const reader of [auditor, (await school.learner(left)).client])
      await expect(put(reader, unitId, ids, 1)).rejects.toMatchObject({ status: 403, code: 'not_allowed' });
    await expect(get((await school.learner(left)).client, unitId)).rejects.toMatchObject({ status: 403 });
  });
});

describe('publishing an exam', () => {
  it('freezes the versions of the questions that are still in the bank; what changes later reaches nobody before the next publication', async () => {
    const exam = await school.exam({ questions: 6, draw: 4, shuffleQuestions: false });
    const client = await school.staff();
    const frozen = () =>
      school.pg.query<{ text: string; version: number }>(
        `select q.text, q.number as version from course c join exam_version e on e.course_version_id = c.published_version_id,
           unnest(e.question_version_ids) with ordinality v (id, place) join question_version q on q.id = v.id
         where e.exam_id = $1 order by v.place`,
        [exam.id],
      );
    const before = await frozen();
    expect(before).toHaveLength(6);
    const [first, second] = exam.questionIds as [string, string];
    const list = await client.call(questions.listQuestions, { query: { limit: 100 } });
    const {
      id: _id,
      organizationId: _o,
      organizationName: _n,
      version: _v,
      archived: _a,
      usedInExams,
      updatedAt: _u,
      ...body
    } = list.items.find(({ id }) => id === first) ?? ({} as (typeof list.items)[number]);
    expect(usedInExams).toBe(1);
    await client.call(questions.updateQuestion, {
      params: { questionId: first },
      body: {
        ...body,
        text: '改过的第 1 题',
        correct: body.correct as 'A'[],
        options: body.options as { key: 'A'; text: string }[],
      },
    });
    await client.call(questions.archiveQuestion, { params: { questionId: second } });
    expect(await frozen()).toEqual(before);
    expect(await get(client, exam.unitId)).toMatchObject({
      questionCount: 5,
      questionIds: exam.questionIds.filter((id) => id !== second),
    });
    await school.publish(exam.courseId);
    const after = await frozen();
    expect(after.map(({ text }) => text)).toEqual(['改过的第 1 题', '第 3 题', '第 4 题', '第 5 题', '第 6 题']);
    expect(after[0]).toMatchObject({ version: 2 });
  });

  it('is refused by the checklist while too few questions are left', async () => {
    const exam = await school.exam({ questions: 4, draw: 4 });
    const client = await school.staff();
    await client.call(questions.archiveQuestion, { params: { questionId: exam.questionIds[0] ?? '' } });
    const { ready, items } = await client.call(catalog.getChecklist, { params: { courseId: exam.courseId } });
    expect(ready).toBe(false);
    expect(items.filter(({ done }) => !done)).toMatchObject([
      { code: 'exam_has_questions', where: { kind: 'exam', id: exam.id } },
    ]);
    await expect(school.publish(exam.courseId)).rejects.toMatchObject({ code: 'course_not_publishable' });
    expect(await startAttempt(await school.candidate(exam), exam)).toMatchObject({ number: 1 });
  });
});

describe('lists for administrators', () => {
  it("shows the exams in force of the actor's subtrees with their counts, page by page", async () => {
    const left = await school.make.organization(school.root);
    const right = await school.make.organization(school.root);
    const mine = [await school.exam({ organization: left }), await school.exam({ organization: left })];
    await school.exam({ organization: right });
    const [exam] = mine as [(typeof mine)[number]];
    const { writer } = await attempt(await school.candidate(exam), exam, 4);
    await writer.handIn();
    await startAttempt(await school.candidate(exam), exam);
    const { client } = await school.make.administrator(left);
    const first = await client.call(exams.listExams, { query: { limit: 1 } });
    expect(first.total).toBe(2);
    const next = await client.call(exams.listExams, { query: { limit: 1, cursor: first.nextCursor ?? '' } });
    expect(next.nextCursor).toBeNull();
    const all = [...first.items, ...next.items];
    expect(all.map(({ id }) => id).sort()).toEqual(mine.map(({ id }) => id).sort());
    expect(all.find(({ id }) => id === exam.id)).toMatchObject({
      attempts: 2,
      passed: 1,
      open: 1,
      courseTitle: '党章导读',
    });
    const outside = client.call(exams.listExams, { query: { organizationId: right.id } });
    await expect(outside).rejects.toMatchObject({ code: 'organization_not_found' });
    await expect(client.call(exams.listExams, { query: { cursor: 'x' } })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });

  it("shows the attempts of the actor's own people only, also of an exam of another organization", async () => {
    const left = await school.make.organization(school.root);
    const right = await school.make.organization(school.root);
    const exam = await school.exam({ organization: left, visibility: 'school' });
    const hidden = await school.exam({ organization: left, visibility: 'subtree' });
    for (const organization of [left, left, right]) {
      const learner = await school.candidate(exam, organization);
      school.clock.advance(1000);
      await (await attempt(learner, exam, 4)).writer.handIn();
    }
    const [leftClient, rightClient] = [await school.make.administrator(left), await school.make.administrator(right)];
    const list = (client: Client, examId: string, query = {}) =>
      client.call(exams.listAttempts, { params: { examId }, query });
    const page = await list(leftClient.client, exam.id, { limit: 1 });
    expect(page).toMatchObject({
      total: 2,
      items: [{ personName: '张三', state: 'handed_in', passed: true, scorePercent: '100.00' }],
    });
    const rest = await list(leftClient.client, exam.id, { limit: 1, cursor: page.nextCursor ?? '' });
    expect(rest.items).toHaveLength(1);
    expect(rest.nextCursor).toBeNull();
    expect((await list(rightClient.client, exam.id)).items).toHaveLength(1);
    for (const examId of [hidden.id, randomUUID()])
      await expect(list(rightClient.client, examId)).rejects.toMatchObject({ status: 404, code: 'exam_not_found' });
    expect((await list(await school.staff(), exam.id)).total).toBe(3);
  });
});
