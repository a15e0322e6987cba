import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { questions, type BodyInput } from '@dangxiao/contracts';
import type { Client } from '../../support/client.ts';
import type { School } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

type Draft = Omit<BodyInput<typeof questions.createQuestion>, 'organizationId'>;

let t: TestApp;
let school: School;
let client: Client;
beforeAll(async () => {
  t = await testApp();
  school = await t.make.school();
  client = school.administrator.client;
}, 60_000);
afterAll(() => t.close());

const options = (...texts: string[]) => texts.map((text, index) => ({ key: 'ABCDEFGH'.charAt(index) as 'A', text }));
const single: Draft = {
  kind: 'single',
  text: '中国共产党成立于哪一年?',
  options: options('1919', '1921', '1949'),
  correct: ['B'],
};
const create = (draft: Draft, by = client, organizationId = school.root.id) =>
  by.call(questions.createQuestion, { body: { organizationId, ...draft } });
const update = (questionId: string, revision: number, draft: Draft, by = client) =>
  by.call(questions.updateQuestion, { params: { questionId }, body: { revision, ...draft } });
const archive = (questionId: string, by = client) => by.call(questions.archiveQuestion, { params: { questionId } });
const list = (query: Record<string, unknown> = {}, by = client) => by.call(questions.listQuestions, { query });

describe('the question bank', () => {
  it('keeps a question as it was written, and what it said before in versions that cannot change', async () => {
    const made = await create({ ...single, explanation: '一大' });
    expect(made).toMatchObject({
      ...single,
      explanation: '一大',
      version: 1,
      archived: false,
      usedInExams: 0,
      revision: 1,
    });
    const changed = await update(made.id, made.revision, { ...single, text: '党的生日是哪一天?', correct: ['C'] });
    expect(changed).toMatchObject({
      id: made.id,
      version: 2,
      text: '党的生日是哪一天?',
      correct: ['C'],
      explanation: '',
      revision: 2,
    });
    const versions = await t.pg.query(
      'select number, text, correct from question_version where question_id = $1 order by number',
      [made.id],
    );
    expect(versions).toEqual([
      { number: 1, text: single.text, correct: ['B'] },
      { number: 2, text: '党的生日是哪一天?', correct: ['C'] },
    ]);
    await expect(t.asOwner('update question_version set correct = $1', [['A']])).rejects.toThrow(/append-only/);
    await expect(t.asOwner('truncate question_version cascade')).rejects.toThrow(/append-only/);
  });

  it('keeps right answers in the order of the options', async () => {
    const draft = { ...single, kind: 'multiple' as const, correct: ['C', 'A'] as ('A' | 'C')[] };
    expect((await create(draft)).correct).toEqual(['A', 'C']);
  });

  it.each<[string, Partial<Draft>, string, string]>([
    ['one option', { options: options('1921') }, 'options', 'too_few_options'],
    ['options out of order', { options: options('1', '2').reverse() }, 'options', 'keys_in_order'],
    ['two equal options', { options: options('同', '同', '异') }, 'options', 'duplicate'],
    ['a right answer that is no option', { correct: ['D'] }, 'correct', 'not_an_option'],
    ['two right answers of a single choice', { correct: ['A', 'B'] }, 'correct', 'exactly_one'],
    ['one right answer of a multiple choice', { kind: 'multiple', correct: ['A'] }, 'correct', 'at_least_two'],
    ['one right answer named twice', { kind: 'multiple', correct: ['A', 'A'] }, 'correct', 'duplicate'],
    ['true or false with options', { kind: 'true_false', correct: ['A'] }, 'options', 'not_expected'],
    ['true or false answered C', { kind: 'true_false', options: [], correct: ['C'] }, 'correct', 'one_of_true_false'],
    ['true and false', { kind: 'true_false', options: [], correct: ['A', 'B'] }, 'correct', 'one_of_true_false'],
  ])('refuses %s, and points to the field', async (_, part, path, code) => {
    const refused = {
      status: 422,
      code: 'question_invalid',
      fields: expect.arrayContaining([expect.objectContaining({ path, code })]),
    };
    await expect(create({ ...single, ...part })).rejects.toMatchObject(refused);
    const { id, revision } = await create(single);
    await expect(update(id, revision, { ...single, ...part })).rejects.toMatchObject(refused);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no text', { text: ' ' }, 'text'],
    [
      'nine options',
      { options: [...options('1', '2', '3', '4', '5', '6', '7', '8'), { key: 'I', text: '9' }] },
      'options',
    ],
    ['no right answer', { correct: [] }, 'correct'],
    ['another kind', { kind: 'essay' }, 'kind'],
    ['an unknown field', { points: 3 }, 'points'],
  ])('refuses %s by the contract', async (_, part, path) => {
    const body = { organizationId: school.root.id, ...single, ...part };
    const answer = await client.answer(questions.createQuestion, { body: body as never });
    expect(answer.status).toBe(422);
    expect(answer.body.error?.fields?.map((field) => field.path.split('.')[0])).toContain(path);
  });

  it('takes one of several edits made at once, and shows the others what stands now', async () => {
    const { id } = await create(single);
    const edits = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => update(id, 1, { ...single, text: `改法 ${index}` })),
    );
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [winner] = edits.flatMap((edit) => (edit.status === 'fulfilled' ? [edit.value] : []));
    for (const edit of edits)
      if (edit.status === 'rejected')
        expect(edit.reason).toMatchObject({
          status: 409,
          code: 'stale_revision',
          params: { current: { text: winner?.text, revision: 2 } },
        });
  });

  it('archives a question once: it leaves the bank and cannot be edited', async () => {
    const { id } = await create({ ...single, text: '将要归档的题' });
    await archive(id);
    expect((await list({ q: '将要归档' })).items).toEqual([]);
    await expect(archive(id)).rejects.toMatchObject({ status: 404, code: 'question_not_found' });
    await expect(update(id, 2, single)).rejects.toMatchObject({ code: 'question_not_found' });
  });

  it('records every write in the audit log, by whom and what it was before', async () => {
    const { id } = await create(single);
    await update(id, 1, { ...single, text: '新题目' });
    await archive(id);
    const events = await t.pg.query(
      `select action, before ->> 'text' as before, after ->> 'text' as after, actor_account_id as by from audit_event where object_id = $1 order by id`,
      [id],
    );
    const by = school.administrator.accountId;
    expect(events).toEqual([
      { action: 'questions.createQuestion', before: null, after: single.text, by },
      { action: 'questions.updateQuestion', before: single.text, after: '新题目', by },
      { action: 'questions.archiveQuestion', before: null, after: null, by },
    ]);
  });
});

describe('finding questions', () => {
  it('by organization, kind and words, latest change first, page by page', async () => {
    const branch = await t.make.organization(school.root);
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      t.clock.advance(1000);
      made.push((await create({ ...single, text: `找我 ${index} 100%_\\` }, client, branch.id)).id);
    }
    t.clock.advance(1000);
    await update(made[1] ?? '', 1, { ...single, text: '找我 1 改 100%_\\' });
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ organizationId: branch.id, limit: 2, cursor });
      expect(page.total).toBe(5);
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(pages).toEqual([made[1], made[4], made[3], made[2], made[0]]);
    expect((await list({ q: '100%_\\', organizationId: branch.id })).total).toBe(5);
    expect((await list({ q: '%%%', organizationId: branch.id })).total).toBe(0);
    expect((await list({ kind: 'multiple', organizationId: branch.id })).total).toBe(0);
    await expect(list({ cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('inside the own subtrees only; elsewhere there is nothing to find, change or add', async () => {
    const left = await t.make.organization(school.root);
    const right = await t.make.organization(school.root);
    const theirs = await create({ ...single, text: '别人的题' }, client, right.id);
    const own = await create({ ...single, text: '自己的题' }, client, left.id);
    const author = (await t.make.administrator(left, 'instructor')).client;
    expect((await list({}, author)).items.map(({ id }) => id)).toEqual([own.id]);
    await expect(list({ organizationId: right.id }, author)).rejects.toMatchObject({
      status: 404,
      code: 'organization_not_found',
    });
    await expect(create(single, author, right.id)).rejects.toMatchObject({
      status: 404,
      code: 'organization_not_found',
    });
    for (const call of [
      update(theirs.id, 1, single, author),
      archive(theirs.id, author),
      archive(randomUUID(), author),
    ])
      await expect(call).rejects.toMatchObject({ status: 404, code: 'question_not_found' });
    const auditor = (await t.make.administrator(left, 'auditor')).client;
    expect((await list({}, auditor)).total).toBe(1);
    await expect(create(single, auditor, left.id)).rejects.toMatchObject({ status: 403, code: 'not_allowed' });
    const learner = (await t.make.person({ organization: left })).client;
    await expect(list({}, learner)).rejects.toMatchObject({ status: 403, code: 'not_allowed' });
  });
});
