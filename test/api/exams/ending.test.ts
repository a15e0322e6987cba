import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exams } from '@dangxiao/contracts';
import type { Client } from '../../support/client.ts';
import { Closing } from '../../../apps/api/src/modules/exams/closing.ts';
import { Endings } from '../../../apps/api/src/modules/exams/endings.ts';
import {
  examSchool,
  MINUTE,
  attempt,
  startAttempt,
  Writer,
  type Exam,
  type ExamSchool,
  type Learner,
} from './exam-school.ts';

let school: ExamSchool;
let exam: Exam;
beforeAll(async () => {
  school = await examSchool();
  exam = await school.exam();
});
afterAll(() => school.close());

const entries = (personId: string) =>
  school.pg.query(
    'select counter, hours, source_kind, source_id, effective_at from credit_entry where person_id = $1',
    [personId],
  );
const stored = (attemptId: string) =>
  school.pg.query('select slot, choice from answer where attempt_id = $1 order by slot', [attemptId]);
const row = (attemptId: string) =>
  school.pg.one('select state, finished_at, correct, passed from attempt where id = $1', [attemptId]);

describe('handing in', () => {
  it('marks the attempt, awards its hours once, and shows the result', async () => {
    const learner = await school.candidate(exam);
    const { started, writer } = await attempt(learner, exam, 3);
    school.clock.advance(5 * MINUTE);
    const finishedAt = school.clock.now().toISOString();
    expect(await writer.handIn()).toEqual({
      attemptId: started.id,
      state: 'handed_in',
      finishedAt,
      answered: 4,
      total: 4,
    });
    const result = await writer.result();
    const facts = {
      correct: 3,
      total: 4,
      scorePercent: '75.00',
      passed: true,
      hours: '0.50',
      triesLeft: 2,
      lateAnswers: 0,
    };
    expect(result).toMatchObject({ ...facts, number: 1, finishedAt, passPercent: 60 });
    expect(result.items.map(({ right }) => right)).toEqual([true, true, true, false]);
    for (const item of result.items) {
      expect(item.correct).toEqual(exam.key.get(item.text));
      expect(item.explanation).toBe(item.text.replace(/第 (\d+) 题/, '解析 $1'));
    }
    expect(await entries(learner.personId)).toEqual([
      { counter: 'online', hours: '0.50', source_kind: 'exam', source_id: exam.id, effective_at: new Date(finishedAt) },
    ]);
  });

  it('gives nothing for a failed attempt, and passes at exactly the pass mark', async () => {
    const learner = await school.candidate(exam);
    const failed = await attempt(learner, exam, 2);
    await failed.writer.handIn();
    expect(await failed.writer.result()).toMatchObject({ scorePercent: '50.00', passed: false, hours: null });
    expect(await entries(learner.personId)).toEqual([]);

    const exact = await school.exam({ questions: 5, draw: 5, passPercent: 60 });
    const other = await school.candidate(exact);
    const { writer } = await attempt(other, exact, 3);
    await writer.handIn();
    expect(await writer.result()).toMatchObject({ scorePercent: '60.00', passed: true });
  });

  it('P8: 30 hand-ins at once, and later ones, answer one receipt; the hours stand once', async () => {
    const learner = await school.candidate(exam);
    const { writer } = await attempt(learner, exam, 4);
    const receipts = await Promise.all(Array.from({ length: 30 }, () => writer.handIn()));
    school.clock.advance(90 * MINUTE);
    receipts.push(await writer.handIn());
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(receipts[0]).toMatchObject({ state: 'handed_in' });
    expect(await entries(learner.personId)).toHaveLength(1);
  });

  it('P8: two browsers: after the one has handed in, the other changes nothing and is told', async () => {
    const learner = await school.candidate(exam);
    const { started, writer } = await attempt(learner, exam, 2);
    const other = await school.make.signIn(learner.accountId);
    const before = await stored(started.id);
    const receipt = await writer.handIn();
    const second = new Writer(other, { id: started.id, epoch: 1 });
    expect(await second.save(1, ['B'], { seq: 500 })).toMatchObject({ late: true });
    const params = { attemptId: started.id };
    await expect(other.call(exams.takeOverAttempt, { params })).rejects.toMatchObject({
      status: 409,
      code: 'attempt_closed',
    });
    expect(await other.call(exams.getAttempt, { params })).toMatchObject({ state: 'handed_in' });
    expect(await second.handIn()).toEqual(receipt);
    expect(await stored(started.id)).toEqual(before);
    expect((await second.result()).items[0]).toMatchObject({ lateChoice: ['B'] });
  });

  it('P1, P8: every save of a race with the hand-in is either marked or kept as late, as it was told', async () => {
    for (let round = 0; round < 8; round += 1) {
      const learner = await school.candidate(exam);
      const started = await startAttempt(learner, exam);
      const writer = new Writer(learner.client, started);
      const saves = started.paper.flatMap(({ slot }) => Array.from({ length: 4 }, () => writer.save(slot, ['A'])));
      const [receipt, ...saved] = await Promise.all([writer.handIn(), ...saves]);
      const marked = await school.pg.query<{ slot: number; seq: number }>(
        'select slot, seq from answer where attempt_id = $1',
        [started.id],
      );
      const kept = await school.pg.query<{ slot: number; seq: number }>(
        'select slot, seq from late_answer where attempt_id = $1',
        [started.id],
      );
      expect(receipt.answered).toBe(marked.length);
      for (const save of saved) {
        if (save.late) expect(kept).toContainEqual({ slot: save.slot, seq: save.seq });
        else expect(marked.find(({ slot }) => slot === save.slot)?.seq).toBeGreaterThanOrEqual(save.seq);
      }
    }
  });

  it('webwork2#1208: in the last moment it keeps and marks every answer', async () => {
    const learner = await school.candidate(exam);
    const { started, writer } = await attempt(learner, exam, 4);
    school.clock.set(new Date(Date.parse(started.deadline) - 1).toISOString());
    expect(await writer.handIn()).toMatchObject({ state: 'handed_in', answered: 4 });
    expect(await writer.result()).toMatchObject({ correct: 4, passed: true });
  });

  it('P5: after the deadline it is a time-out that ended at the deadline, with every answer marked', async () => {
    const learner = await school.candidate(exam);
    const { started, writer } = await attempt(learner, exam, 4);
    school.clock.advance(3 * 60 * MINUTE);
    expect(await writer.handIn()).toMatchObject({ state: 'timed_out', finishedAt: started.deadline, answered: 4 });
    expect(await writer.result()).toMatchObject({ correct: 4, passed: true, hours: '0.50' });
    const [entry] = await entries(learner.personId);
    expect(entry).toMatchObject({ effective_at: new Date(started.deadline) });
  });

  it('has no result while the attempt runs', async () => {
    const { writer } = await attempt(await school.candidate(exam), exam, 1);
    await expect(writer.result()).rejects.toMatchObject({ status: 409, code: 'result_not_ready' });
  });

  it.each([
    ['after_hand_in', 1, true],
    ['after_pass', 1, false],
    ['after_pass', 4, true],
    ['never', 4, false],
  ] as const)('shows right answers %s: with %d right answers %s', async (reveal, right, shown) => {
    const own = await school.exam({ reveal });
    const { writer } = await attempt(await school.candidate(own), own, right);
    await writer.handIn();
    const { items } = await writer.result();
    expect(
      items.every(({ correct, explanation }) => (correct !== null) === shown && (explanation !== null) === shown),
    ).toBe(true);
  });

  it('edx-platform#13867: a question changed or archived meanwhile is marked as it was drawn', async () => {
    const own = await school.exam({ questions: 4, draw: 4 });
    const { writer } = await attempt(await school.candidate(own), own, 4);
    await school.asOwner(
      `with v as (insert into question_version (question_id, number, kind, text, options, correct, explanation, created_at)
         select question_id, 2, kind, text, options, '{A}', '', created_at from question_version where question_id = any($1) returning id, question_id)
       update question q set current_version_id = v.id, archived_at = now() from v where v.question_id = q.id`,
      [own.questionIds],
    );
    await writer.handIn();
    expect(await writer.result()).toMatchObject({ correct: 4, passed: true });
  });
});

describe('P6: changed time', () => {
  const timeOf = (learner: Learner, attemptId: string) =>
    learner.client.call(exams.getAttemptTime, { params: { attemptId } });
  const give = async (attemptIds: string[], minutes: number) =>
    (await school.staff()).call(exams.setExtraTime, {
      params: { examId: exam.id },
      body: { attemptIds, minutes, reason: '机房停电' },
    });
  const minutesLater = (started: { deadline: string }, minutes: number) =>
    new Date(Date.parse(started.deadline) + minutes * MINUTE).toISOString();

  it('P6 is what the open page hears next; saving and handing in use it at once', async () => {
    const learner = await school.candidate(exam);
    const { started, writer } = await attempt(learner, exam, 2);
    expect(await timeOf(learner, started.id)).toMatchObject({ state: 'open', deadline: started.deadline });
    expect(await give([started.id], 10)).toEqual({ changed: 1, ended: 0 });
    // once more is not ten minutes more
    await Promise.all([give([started.id], 10), give([started.id], 10)]);
    const deadline = minutesLater(started, 10);
    expect(await timeOf(learner, started.id)).toMatchObject({ state: 'open', deadline });
    school.clock.set(new Date(Date.parse(started.deadline) + 5 * MINUTE).toISOString());
    await school.get(Closing).sweep();
    const third = started.paper[2];
    expect(await writer.save(third?.slot ?? 0, exam.key.get(third?.text ?? '') ?? [])).toMatchObject({
      late: false,
      deadline,
    });
    expect(await writer.handIn()).toMatchObject({ state: 'handed_in', finishedAt: school.clock.now().toISOString() });
    expect(await writer.result()).toMatchObject({ correct: 3, passed: true });
    const rows = await school.asOwner(
      `select object_name, before, after from audit_event where action = 'exams.setExtraTime' and object_id = $1`,
      [started.id],
    );
    expect(rows).toEqual([
      {
        object_name: expect.any(String),
        before: { extraMinutes: 0 },
        after: { extraMinutes: 10, reason: '机房停电' },
      },
    ]);
  });

  it('P6 an ending that was on its way when the time was changed does not end the attempt', async () => {
    const learner = await school.candidate(exam);
    const { started } = await attempt(learner, exam, 1);
    await give([started.id], 10);
    school.clock.set(new Date(Date.parse(started.deadline) + 1_000).toISOString());
    const seenBefore = { id: started.id, deadline: new Date(started.deadline) };
    expect(await school.get(Endings).endIfDue(seenBefore, school.clock.now())).toBe(false);
    expect(await row(started.id)).toMatchObject({ state: 'open' });
  });

  it('P6 taken back it ends at the own time; what has ended stays, and so does what the change would end', async () => {
    const [stays, ended] = await school.candidates(exam, 2);
    if (!stays || !ended) throw new Error('Nobody');
    const first = await attempt(stays, exam, 1);
    const second = await attempt(ended, exam, 1);
    await second.writer.handIn();
    expect(await give([first.started.id, second.started.id], 20)).toEqual({ changed: 1, ended: 1 });
    await expect(give([second.started.id], 20)).rejects.toMatchObject({ status: 409, code: 'attempt_closed' });
    school.clock.advance(40 * MINUTE);
    await expect(give([first.started.id], 0)).rejects.toMatchObject({ code: 'attempt_closed' });
    const open = await (
      await school.staff()
    ).call(exams.listAttempts, {
      params: { examId: exam.id },
      query: { state: 'open' },
    });
    expect(open.items.find(({ id }) => id === first.started.id)).toMatchObject({
      extraMinutes: 20,
      deadline: minutesLater(first.started, 20),
    });
    expect(open.items.some(({ id }) => id === second.started.id)).toBe(false);
    await give([first.started.id], 15);
    school.clock.advance(6 * MINUTE);
    await school.get(Closing).sweep();
    expect(await row(first.started.id)).toMatchObject({
      state: 'timed_out',
      finished_at: new Date(minutesLater(first.started, 15)),
    });
  });

  it('P6 is for attempts of the exam in the own subtrees, with minutes and a reason', async () => {
    const { started } = await attempt(await school.candidate(exam), exam, 1);
    const branch = await school.make.organization(school.root, { kind: 'branch' });
    const other = await school.make.administrator(branch);
    const params = { examId: exam.id };
    const body = { attemptIds: [started.id], minutes: 10, reason: '机房停电' };
    await expect(other.client.call(exams.setExtraTime, { params, body })).rejects.toMatchObject({
      code: 'attempt_not_found',
    });
    const wrong = await (
      await school.staff()
    ).answer(exams.setExtraTime, {
      params,
      body: { attemptIds: [], minutes: 301, reason: ' ' },
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body.error?.fields?.map(({ path }) => path)).toEqual(['attemptIds', 'minutes', 'reason']);
  });
});

describe('the deadline', () => {
  it('P4: ends an attempt though nobody is online, at the deadline, with every acknowledged answer marked', async () => {
    const people = await school.candidates(exam, 12);
    const begun = await Promise.all(people.map((learner, index) => attempt(learner, exam, index % 5)));
    school.clock.advance(30 * MINUTE - 1);
    await school.get(Closing).sweep();
    for (const { started } of begun) expect(await row(started.id)).toMatchObject({ state: 'open' });
    school.clock.advance(4_000);
    // three processes that find the same attempts do no harm
    await Promise.all([1, 2, 3].map(() => school.get(Closing).sweep()));
    for (const [index, { started }] of begun.entries()) {
      const correct = index % 5;
      const finished_at = new Date(started.deadline);
      expect(await row(started.id)).toEqual({ state: 'timed_out', finished_at, correct, passed: correct >= 3 });
      expect(await entries(people[index]?.personId ?? '')).toHaveLength(correct >= 3 ? 1 : 0);
    }
  });

  it('canvas-lms#910: whoever looks at an expired attempt finds it ended, with the deadline as its finish', async () => {
    const looks = {
      attempt: ({ writer }: { writer: Writer }, client: Client) =>
        client.call(exams.getAttempt, { params: { attemptId: writer.attemptId } }),
      result: ({ writer }: { writer: Writer }) => writer.result(),
      facts: (_: unknown, client: Client) => client.call(exams.getExam, { params: { examId: exam.id } }),
      start: (_: unknown, client: Client) => client.call(exams.startAttempt, { params: { examId: exam.id } }),
      handIn: ({ writer }: { writer: Writer }) => writer.handIn(),
    };
    for (const look of Object.values(looks)) {
      const learner = await school.candidate(exam);
      const begun = await attempt(learner, exam, 1);
      school.clock.advance(48 * 60 * MINUTE);
      const client = await school.make.signIn(learner.accountId);
      begun.writer.handIn = () => client.call(exams.handIn, { params: { attemptId: begun.started.id } });
      begun.writer.result = () => client.call(exams.getResult, { params: { attemptId: begun.started.id } });
      await look(begun, client);
      expect(await row(begun.started.id)).toMatchObject({
        state: 'timed_out',
        finished_at: new Date(begun.started.deadline),
        correct: 1,
      });
    }
  });

  it.each(['2026-03-28T23:50:00Z', '2026-10-24T23:50:00Z', '2026-12-31T15:50:00Z'])(
    'a-plus#1287, P5: no zone, DST change or turn of the year moves it (start at %s)',
    async (start) => {
      school.clock.set(start);
      const learner = await school.candidate(exam);
      const { started, writer } = await attempt(learner, exam, 4);
      expect(Date.parse(started.deadline) - Date.parse(started.startedAt)).toBe(30 * MINUTE);
      expect(started.startedAt).toBe(new Date(start).toISOString());
      // a client that believes it is an hour later or earlier can say so only in headers, which nobody reads
      for (const date of [-1, 1].map((hours) => new Date(Date.parse(start) + hours * 60 * MINUTE).toUTCString())) {
        const url = `/api/v1/my/attempts/${started.id}/answers/1`;
        const payload = JSON.stringify({ epoch: 1, seq: 100 + (Date.parse(date) % 7), choice: ['A'] });
        const headers = { 'content-type': 'application/json', date };
        const answer = await learner.client.send({ method: 'PUT', url, payload, headers });
        expect(answer.body).toMatchObject({ late: false, deadline: started.deadline });
      }
      school.clock.advance(90 * MINUTE);
      expect(await writer.handIn()).toMatchObject({ state: 'timed_out', finishedAt: started.deadline });
    },
  );

  it('P5: no recorded finish can be later than the deadline, whoever writes it', async () => {
    const { started } = await attempt(await school.candidate(exam), exam, 1);
    const late = `update attempt set state = 'timed_out', finished_at = deadline + interval '1 ms' where id = $1`;
    await expect(school.asOwner(late, [started.id])).rejects.toThrow(/attempt_check/);
  });

  it('an attempt that cannot be ended does not keep others open', async () => {
    const broken = await attempt(await school.candidate(exam), exam, 4);
    const fine = await attempt(await school.candidate(exam), exam, 1);
    await school.asOwner(
      `create function refuse_one() returns trigger language plpgsql as $f$ begin raise exception 'broken'; end $f$`,
    );
    await school.asOwner(
      `create trigger refuse_one before update on attempt for each row when (old.id = '${broken.started.id}') execute function refuse_one()`,
    );
    school.clock.advance(31 * MINUTE);
    await school.get(Closing).sweep();
    expect(await row(fine.started.id)).toMatchObject({ state: 'timed_out' });
    expect(await row(broken.started.id)).toMatchObject({ state: 'open' });
    await school.asOwner('drop trigger refuse_one on attempt');
    await school.get(Closing).sweep();
    expect(await row(broken.started.id)).toMatchObject({ state: 'timed_out', correct: 4 });
  });
});
