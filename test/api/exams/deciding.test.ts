import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decideSave, type SaveDecision } from '@dangxiao/domain';
import fc from 'fast-check';
import { UnitOfWork, type Tx } from '../../../apps/api/src/database/unit-of-work.ts';
import { saveAnswers, type Save } from '../../../apps/api/src/modules/exams/save-answers.sql.ts';
import { examSchool, MINUTE, startAttempt, type Exam, type ExamSchool } from './exam-school.ts';

let school: ExamSchool;
let exam: Exam;
beforeAll(async () => {
  school = await examSchool();
  exam = await school.exam({ tries: 20, minutes: 30 });
});
afterAll(() => school.close());

const EPOCHS = 3;
const SLOTS = 3;

interface Sent {
  slot: number;
  epoch: number;
  seq: number;
  /** Minutes from the start of the attempt. */
  minute: number;
}
/** A save, a hand-in at its place in the sequence, or a deadline that moves to a minute. */
type Step = { do: 'save'; save: Sent } | { do: 'hand in' } | { do: 'move'; deadline: number };

const choices = [['A'], ['B'], ['A', 'B'], []];
const choiceOf = ({ epoch, seq }: Sent) => choices[(epoch * 7 + seq) % 4] ?? [];
const keyOf = ({ slot, epoch, seq }: Pick<Sent, 'slot' | 'epoch' | 'seq'>) => `${slot} ${epoch} ${seq}`;

const sent = fc.record({
  slot: fc.integer({ min: 1, max: SLOTS }),
  epoch: fc.integer({ min: 1, max: EPOCHS }),
  seq: fc.integer({ min: 1, max: 4 }),
  minute: fc.constantFrom(0, 1, 29, 30, 31, 40),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: sent.map((save): Step => ({ do: 'save', save })) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'hand in' }) },
  { weight: 1, arbitrary: fc.constantFrom(20, 30, 45).map((deadline): Step => ({ do: 'move', deadline })) },
);

class RolledBack extends Error {}

/** What `decideSave` makes of the saves: answers, what is kept beside them, and each decision. */
class Model {
  readonly answers = new Map<number, Sent>();
  readonly late = new Map<string, Sent>();
  deadline = 30;
  handedIn = false;

  private at(minute: number): Date {
    return new Date(minute * MINUTE);
  }

  save(save: Sent): SaveDecision {
    const times = { deadline: this.at(this.deadline), handedInAt: this.handedIn ? this.at(0) : null };
    const decision = decideSave(this.answers.get(save.slot) ?? null, save, times, this.at(save.minute));
    if (decision === 'store') this.answers.set(save.slot, save);
    if (['late', 'closed'].includes(decision) && !this.late.has(keyOf(save))) this.late.set(keyOf(save), save);
    return decision;
  }
}

const rowsOf = (saves: Iterable<Sent>) =>
  [...saves]
    .map((save) => ({ slot: save.slot, epoch: save.epoch, seq: save.seq, choice: choiceOf(save) }))
    .sort((a, b) => a.slot - b.slot || a.epoch - b.epoch || a.seq - b.seq);

/** Steps in batches, as the writer makes them: a slot comes once in a batch, and nothing else happens within one. */
function batchesOf(steps: readonly Step[], breaks: readonly boolean[]): Step[][] {
  const batches: Step[][] = [];
  for (const [index, one] of steps.entries()) {
    const last = batches.at(-1);
    const joins =
      last !== undefined &&
      !breaks[index] &&
      one.do === 'save' &&
      last.every((other) => other.do === 'save' && other.save.slot !== one.save.slot);
    if (joins) last.push(one);
    else batches.push([one]);
  }
  return batches;
}

describe('the statement that saves answers', () => {
  it('P2 P4 P8: decides as decideSave does, whatever comes twice, reordered, late or after the hand-in', async () => {
    const learner = await school.candidate(exam);
    const started = await startAttempt(learner, exam);
    const start = Date.parse(started.startedAt);
    const at = (minute: number) => new Date(start + minute * MINUTE);
    const uow = school.get(UnitOfWork);
    const execute = async (tx: Tx, batch: readonly Step[]) => {
      const [first] = batch;
      if (first?.do === 'hand in')
        await tx.execute(`update attempt set state = 'handed_in', finished_at = started_at where id = $1`, [
          started.id,
        ]);
      if (first?.do === 'move')
        await tx.execute('update attempt set deadline = $2 where id = $1', [started.id, at(first.deadline)]);
      const saves = batch.flatMap((one) => (one.do === 'save' ? [one.save] : []));
      const whose = { personId: learner.personId, attemptId: started.id };
      const asked = saves.map((save): Save => ({ ...save, ...whose, choice: choiceOf(save), at: at(save.minute) }));
      return saves.length === 0 ? [] : saveAnswers(tx.prepared.query, asked);
    };
    const stored = (tx: Tx, table: string) =>
      tx.query(`select slot, epoch, seq, choice from ${table} where attempt_id = $1 order by slot, epoch, seq`, [
        started.id,
      ]);
    /** Each case begins with the attempt as it was, because the one before was rolled back. */
    const rolledBack = (work: (tx: Tx) => Promise<void>) =>
      uow
        .run(async (tx) => {
          await tx.execute(`update attempt set epoch = ${EPOCHS} where id = $1`, [started.id]);
          await work(tx);
          throw new RolledBack();
        })
        .catch((error: unknown) => {
          if (!(error instanceof RolledBack)) throw error;
        });
    const seen = new Set<SaveDecision>();

    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 30 }),
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        (steps, breaks) =>
          rolledBack(async (tx) => {
            const model = new Model();
            for (const batch of batchesOf(steps, breaks)) {
              const judged = await execute(tx, batch);
              for (const [index, one] of batch.entries()) {
                if (one.do === 'hand in') model.handedIn = true;
                if (one.do === 'move') model.deadline = one.deadline;
                if (one.do !== 'save') continue;
                const decision = model.save(one.save);
                seen.add(decision);
                expect(judged[index]).toMatchObject({
                  late: decision === 'late' || decision === 'closed',
                  issued: true,
                });
              }
            }
            expect(await stored(tx, 'answer')).toEqual(rowsOf(model.answers.values()));
            expect(await stored(tx, 'late_answer')).toEqual(rowsOf(model.late.values()));
          }),
      ),
      { numRuns: 60 },
    );
    expect([...seen].sort()).toEqual(['closed', 'duplicate', 'late', 'stale', 'store']);
  });
});
