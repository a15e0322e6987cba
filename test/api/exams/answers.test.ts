import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exams } from '@dangxiao/contracts';
import { isNewer } from '@dangxiao/domain';
import fc from 'fast-check';
import { examSchool, MINUTE, startAttempt, Writer, type Exam, type ExamSchool } from './exam-school.ts';

let school: ExamSchool;
let exam: Exam;
beforeAll(async () => {
  school = await examSchool();
  exam = await school.exam();
});
afterAll(() => school.close());

async function begun() {
  const learner = await school.candidate(exam);
  const started = await startAttempt(learner, exam);
  return { learner, started, writer: new Writer(learner.client, started) };
}
const stored = (attemptId: string) =>
  school.pg.query('select slot, epoch, seq, choice from answer where attempt_id = $1 order by slot', [attemptId]);
const late = (attemptId: string) =>
  school.pg.query('select slot, epoch, seq, choice from late_answer where attempt_id = $1 order by slot, seq', [
    attemptId,
  ]);

describe('saving an answer', () => {
  it('is acknowledged with its number, and stands in the attempt afterwards', async () => {
    const { learner, started, writer } = await begun();
    const acknowledged = await writer.save(2, ['B']);
    expect(acknowledged).toMatchObject({ slot: 2, epoch: 1, seq: 1, late: false, superseded: false });
    expect(acknowledged).toMatchObject({ deadline: started.deadline, serverTime: school.clock.now().toISOString() });
    const { answers } = await learner.client.call(exams.getAttempt, { params: { attemptId: started.id } });
    const savedAt = school.clock.now().toISOString();
    expect(answers).toEqual([{ slot: 2, choice: ['B'], epoch: 1, seq: 1, savedAt }]);
  });

  it('clears a slot with an empty choice', async () => {
    const { started, writer } = await begun();
    await writer.save(1, ['A']);
    await writer.save(1, []);
    expect(await stored(started.id)).toEqual([{ slot: 1, epoch: 1, seq: 2, choice: [] }]);
    expect(await writer.handIn()).toMatchObject({ answered: 0, total: 4 });
  });

  it('refuses what is not on the paper, and epochs that were never issued', async () => {
    const { started, writer } = await begun();
    const at = (path: string) => ({
      status: 422,
      code: 'validation_failed',
      fields: [expect.objectContaining({ path })],
    });
    await expect(writer.save(5, ['A'])).rejects.toMatchObject(at('params.slot'));
    await expect(writer.save(1, ['H'])).rejects.toMatchObject(at('choice'));
    await expect(writer.save(1, ['AA'])).rejects.toMatchObject(at('choice.0'));
    await expect(writer.save(1, ['A'], { epoch: 2 })).rejects.toMatchObject(at('epoch'));
    await expect(writer.save(1, ['A'], { seq: 0 })).rejects.toMatchObject(at('seq'));
    expect(await stored(started.id)).toEqual([]);
  });

  it("Artemis#1867: somebody else's attempt is not found, in every operation, and stays as it is", async () => {
    const { started, writer } = await begun();
    await writer.save(1, ['A']);
    const stranger = await school.candidate(exam);
    const params = { attemptId: started.id };
    const body = { epoch: 1, seq: 9, choice: ['B'] };
    const answers = await Promise.all([
      stranger.client.answer(exams.saveAnswer, { params: { ...params, slot: 1 }, body }),
      stranger.client.answer(exams.getAttempt, { params }),
      stranger.client.answer(exams.takeOverAttempt, { params }),
      stranger.client.answer(exams.handIn, { params }),
      stranger.client.answer(exams.getResult, { params }),
      stranger.client.answer(exams.getAttempt, { params: { attemptId: randomUUID() } }),
    ]);
    expect(answers.map(({ status, body: { error } }) => [status, error?.code])).toEqual(
      answers.map(() => [404, 'attempt_not_found']),
    );
    expect(await stored(started.id)).toEqual([{ slot: 1, epoch: 1, seq: 1, choice: ['A'] }]);
    expect(await writer.save(1, ['B'])).toMatchObject({ late: false, superseded: false });
  });

  it('P2: an older save never replaces a newer one, from whichever page it comes', async () => {
    const { learner, started, writer } = await begun();
    await writer.save(1, ['A']);
    await writer.save(2, ['A']);
    const over = await learner.client.call(exams.takeOverAttempt, { params: { attemptId: started.id } });
    expect(over.epoch).toBe(2);
    expect(over.answers.map(({ slot, choice }) => [slot, choice])).toEqual([
      [1, ['A']],
      [2, ['A']],
    ]);
    const second = new Writer(learner.client, { id: started.id, epoch: over.epoch });
    expect(await second.save(1, ['B'])).toMatchObject({ superseded: false });
    expect(await writer.save(1, ['A'], { seq: 999 })).toMatchObject({ superseded: true, late: false });
    // a slot that the new writer has not touched still takes the newest of the old one
    expect(await writer.save(2, ['B'], { seq: 3 })).toMatchObject({ superseded: true });
    expect(await stored(started.id)).toEqual([
      { slot: 1, epoch: 2, seq: 1, choice: ['B'] },
      { slot: 2, epoch: 1, seq: 3, choice: ['B'] },
    ]);
  });

  it('P2: whatever arrives twice, reordered or from several writers at once, the newest stands in every slot', async () => {
    const save = fc.record({
      epoch: fc.integer({ min: 1, max: 3 }),
      seq: fc.integer({ min: 1, max: 12 }),
      slot: fc.integer({ min: 1, max: 4 }),
    });
    const sent = fc.uniqueArray(save, { selector: ({ epoch, seq }) => `${epoch} ${seq}`, minLength: 1, maxLength: 24 });
    const delivery = sent.chain((saves) =>
      fc.record({
        first: fc.shuffledSubarray(saves, { minLength: saves.length }),
        again: fc.shuffledSubarray(saves),
      }),
    );
    const choiceOf = ({ epoch, seq }: { epoch: number; seq: number }) =>
      ['AB', 'A', 'B', ''][(epoch + seq) % 4]?.split('') ?? [];
    await fc.assert(
      fc.asyncProperty(delivery, async ({ first, again }) => {
        const { started, writer, learner } = await begun();
        for (let epoch = 2; epoch <= 3; epoch += 1)
          await learner.client.call(exams.takeOverAttempt, { params: { attemptId: started.id } });
        // all at once: the batches, their order and what shares one are up to the machine
        const acknowledged = await Promise.all(
          [...first, ...again].map((each) => writer.save(each.slot, choiceOf(each), each)),
        );
        expect(acknowledged.every((answer) => !answer.late)).toBe(true);
        const newest = new Map<number, { epoch: number; seq: number }>();
        for (const each of first) {
          const before = newest.get(each.slot);
          if (!before || isNewer(each, before)) newest.set(each.slot, each);
        }
        expect(await stored(started.id)).toEqual(
          [...newest]
            .sort(([a], [b]) => a - b)
            .map(([slot, each]) => ({ slot, epoch: each.epoch, seq: each.seq, choice: choiceOf(each) })),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('P1: an acknowledgement leaves after the commit, so another connection sees the answer at once', async () => {
    const { started, writer } = await begun();
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const { seq } = await writer.save(1 + (index % 4), ['A']);
        const [row] = await school.asOwner('select seq from answer where attempt_id = $1 and slot = $2', [
          started.id,
          1 + (index % 4),
        ]);
        expect(Number(row?.seq)).toBeGreaterThanOrEqual(seq);
      }),
    );
  });

  it("one candidate's bad save neither fails nor delays those of others in the same batch", async () => {
    const many = await Promise.all(Array.from({ length: 12 }, () => begun()));
    const results = await Promise.allSettled(
      many.map(({ writer }, index) => (index % 3 === 0 ? writer.save(99, ['A']) : writer.save(1, ['A']))),
    );
    expect(results.map(({ status }) => status)).toEqual(
      many.map((_, index) => (index % 3 === 0 ? 'rejected' : 'fulfilled')),
    );
  });

  it('Artemis#2938: a session that ends in the middle loses nothing; after signing in again it goes on', async () => {
    const { learner, started, writer } = await begun();
    await writer.save(1, ['A']);
    await school.asOwner('update session set ended_at = now() where account_id = $1', [learner.accountId]);
    school.clock.advance(5_000);
    await expect(writer.save(2, ['B'])).rejects.toMatchObject({ status: 401, code: 'not_signed_in' });
    const client = await school.make.signIn(learner.accountId);
    const again = await startAttempt({ ...learner, client }, exam);
    expect(again).toMatchObject({ id: started.id, deadline: started.deadline, epoch: 2 });
    expect(again.answers).toMatchObject([{ slot: 1, choice: ['A'] }]);
    const next = new Writer(client, again);
    await next.save(2, ['B']);
    expect(await next.handIn()).toMatchObject({ answered: 2 });
  });
});

describe('an answer after the end', () => {
  it('P4: is kept and shown, not marked, and says that it is late', async () => {
    const { started, writer } = await begun();
    await writer.save(1, ['A']);
    school.clock.advance(30 * MINUTE - 1);
    expect(await writer.save(2, ['A'])).toMatchObject({ late: false });
    school.clock.advance(1);
    expect(await writer.save(3, ['A'])).toMatchObject({ late: true });
    expect(await writer.save(1, ['B'])).toMatchObject({ late: true });
    expect(await stored(started.id)).toMatchObject([{ slot: 1, choice: ['A'] }, { slot: 2 }]);
    expect(await late(started.id)).toMatchObject([
      { slot: 1, seq: 4, choice: ['B'] },
      { slot: 3, seq: 3 },
    ]);
    const result = await writer.result();
    expect(result).toMatchObject({ state: 'timed_out', finishedAt: started.deadline, lateAnswers: 2 });
    expect(result.items.map(({ choice, lateChoice }) => [choice, lateChoice])).toEqual([
      [['A'], ['B']],
      [['A'], null],
      [null, ['A']],
      [null, null],
    ]);
  });

  it('P8: what was stored in time and is sent again is acknowledged again, not late; twice late is kept once', async () => {
    const { started, writer } = await begun();
    await writer.save(1, ['A'], { seq: 1 });
    await writer.handIn();
    expect(await writer.save(1, ['A'], { seq: 1 })).toMatchObject({ late: false });
    for (let time = 0; time < 3; time += 1)
      expect(await writer.save(1, ['B'], { seq: 2 })).toMatchObject({ late: true });
    expect(await stored(started.id)).toEqual([{ slot: 1, epoch: 1, seq: 1, choice: ['A'] }]);
    expect(await late(started.id)).toEqual([{ slot: 1, epoch: 1, seq: 2, choice: ['B'] }]);
    await expect(school.asOwner('delete from late_answer')).rejects.toThrow(/append-only/);
  });
});
