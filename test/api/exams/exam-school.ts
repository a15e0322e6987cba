import { jest } from '@jest/globals';
import { catalog, exams, questions, type BodyInput, type ResponseOf } from '@dangxiao/contracts';
import type { Client } from '../../support/client.ts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { readyMedia, type Query } from '../../support/study.ts';
import { testApp, type TestApp, type TestAppOptions } from '../../support/test-app.ts';

// many people and much work on a machine that has other work too
jest.setTimeout(60_000);

export type Learner = SignedIn & { personId: string };
export type Attempt = ResponseOf<typeof exams.startAttempt>;
export const MINUTE = 60_000;

export interface Exam {
  id: string;
  courseId: string;
  unitId: string;
  lessonIds: string[];
  questionIds: string[];
  /** Right answers by the question's text. */
  key: Map<string, string[]>;
}

type Settings = Omit<BodyInput<typeof exams.putUnitExam>, 'revision' | 'questionIds'>;
interface ExamOptions extends Partial<Settings> {
  questions?: number;
  organization?: Node;
  visibility?: 'subtree' | 'school';
  /** Required lessons of the unit; an optional one is always there as well. */
  lessons?: number;
}

export const settings: Settings = {
  title: '单元测试',
  draw: 4,
  shuffleQuestions: true,
  shuffleOptions: true,
  minutes: 30,
  passPercent: 60,
  tries: 3,
  reveal: 'after_hand_in',
};

/** A school with a policy, whose courses have exams; everything is made by the product's own operations. */
export interface ExamSchool extends TestApp, School {
  /** The administrator in a new browser: staff sessions do not outlive the jumps of the clock. */
  staff(): Promise<Client>;
  exam(options?: ExamOptions): Promise<Exam>;
  learner(organization?: Node): Promise<Learner>;
  /** A learner who has completed the unit's required lessons. */
  candidate(exam: Exam, organization?: Node): Promise<Learner>;
  candidates(exam: Exam, many: number): Promise<Learner[]>;
  complete(personId: string, exam: Exam, lessonIds: string[]): Promise<void>;
  publish(courseId: string): Promise<void>;
}

export async function examSchool(options?: TestAppOptions): Promise<ExamSchool> {
  const app = await testApp(options);
  const school = await app.make.school();
  const query: Query = (sql, params) => app.asOwner(sql, params);
  const staff = () => app.make.signIn(school.administrator.accountId);
  const learner = (organization = school.root) => app.make.person({ organization });

  const publish = async (courseId: string) => {
    const client = await staff();
    const { revision } = await client.call(catalog.getCourseDraft, { params: { courseId } });
    await client.call(catalog.publishCourse, { params: { courseId }, body: { revision } });
  };
  const complete = async (personId: string, exam: Exam, lessonIds: string[]) => {
    await query(
      `insert into lesson_progress (person_id, lesson_id, course_id, lesson_version_id, updated_at, completed_at)
       select $1, l.lesson_id, $2, l.id, $4, $4 from lesson_version l join course c on c.published_version_id = l.course_version_id
       where c.id = $2 and l.lesson_id = any($3)`,
      [personId, exam.courseId, lessonIds, app.clock.now()],
    );
  };
  const exam = async (given: ExamOptions = {}): Promise<Exam> => {
    const { questions: many = 8, organization = school.root, visibility = 'school', lessons = 1, ...own } = given;
    const client = await staff();
    const course = { organizationId: organization.id, title: '党章导读', visibility };
    const { id: courseId } = await client.call(catalog.createCourse, { body: course });
    await client.call(catalog.updateCourse, { params: { courseId }, body: { revision: 1, summary: '一门课程' } });
    const draft = await client.call(catalog.getCourseDraft, { params: { courseId } });
    const unitId = draft.units[0]?.id ?? '';
    const lessonIds: string[] = [];
    for (let index = 0; index <= lessons; index += 1) {
      const mediaId = await readyMedia(query, organization.id, 20 * MINUTE);
      const body = { kind: 'video' as const, title: `第 ${index + 1} 讲`, mediaId, required: index < lessons };
      const lesson = await client.call(catalog.createLesson, { params: { unitId }, body });
      if (index < lessons) lessonIds.push(lesson.id);
    }
    const { ids: questionIds, key } = await questionBank(client, organization.id, many);
    const body = { ...settings, ...own, questionIds, revision: null };
    const { id } = await client.call(exams.putUnitExam, { params: { unitId }, body });
    await publish(courseId);
    return { id, courseId, unitId, lessonIds, questionIds, key };
  };
  const candidate = async (of: Exam, organization?: Node) => {
    const person = await learner(organization);
    await complete(person.personId, of, of.lessonIds);
    return person;
  };
  const candidates = async (of: Exam, many: number) => {
    const people: Learner[] = [];
    while (people.length < many)
      people.push(
        ...(await Promise.all(Array.from({ length: Math.min(5, many - people.length) }, () => candidate(of)))),
      );
    return people;
  };
  return { ...app, ...school, staff, exam, learner, candidate, candidates, complete, publish };
}

const KINDS = ['single', 'multiple', 'true_false'] as const;
const CORRECT = { single: ['C'], multiple: ['B', 'D'], true_false: ['A'] };

/** Writes questions of the three kinds in turn. */
export async function questionBank(client: Client, organizationId: string, many: number) {
  const key = new Map<string, string[]>();
  const ids: string[] = [];
  for (let index = 0; index < many; index += 1) {
    const kind = KINDS[index % 3] ?? 'single';
    const text = `第 ${index + 1} 题`;
    const options =
      kind === 'true_false' ? [] : ['A', 'B', 'C', 'D'].map((each) => ({ key: each, text: `选项${each}` }));
    const body = { organizationId, kind, text, options, correct: CORRECT[kind], explanation: `解析 ${index + 1}` };
    ids.push(
      (await client.call(questions.createQuestion, { body: body as BodyInput<typeof questions.createQuestion> })).id,
    );
    key.set(text, CORRECT[kind]);
  }
  return { ids, key };
}

export const startAttempt = (learner: Learner, exam: Exam): Promise<Attempt> =>
  learner.client.call(exams.startAttempt, { params: { examId: exam.id } });

/** A page that writes answers: numbers them as the portal does. */
export class Writer {
  readonly attemptId: string;
  epoch: number;
  private readonly client: Client;
  private seq = 0;

  constructor(client: Client, attempt: Pick<Attempt, 'id' | 'epoch'>) {
    this.client = client;
    this.attemptId = attempt.id;
    this.epoch = attempt.epoch;
  }

  save(slot: number, choice: string[], order: { epoch?: number; seq?: number } = {}) {
    const seq = order.seq ?? (this.seq += 1);
    const body = { epoch: order.epoch ?? this.epoch, seq, choice };
    return this.client.call(exams.saveAnswer, { params: { attemptId: this.attemptId, slot }, body });
  }

  handIn() {
    return this.client.call(exams.handIn, { params: { attemptId: this.attemptId } });
  }

  result() {
    return this.client.call(exams.getResult, { params: { attemptId: this.attemptId } });
  }

  /** Answers the first `right` slots rightly and one more wrongly, if there is one. */
  async answer(attempt: Attempt, exam: Exam, right: number): Promise<void> {
    for (const { slot, text } of attempt.paper.slice(0, right)) await this.save(slot, exam.key.get(text) ?? []);
    const wrong = attempt.paper[right];
    if (wrong) await this.save(wrong.slot, wrong.kind === 'multiple' ? ['A'] : ['B']);
  }
}

/** Starts and gives `right` right answers. */
export async function attempt(learner: Learner, exam: Exam, right: number) {
  const started = await startAttempt(learner, exam);
  const writer = new Writer(learner.client, started);
  await writer.answer(started, exam, right);
  return { started, writer };
}
