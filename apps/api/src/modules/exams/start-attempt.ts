import { randomBytes } from 'node:crypto';
import { exams } from '@dangxiao/contracts';
import { deadlineOf } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { keyedLocks, lockForOne } from '../../database/locks.ts';
import { Pg } from '../../database/pg.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Endings } from './endings.ts';
import { examFacts, type ExamFacts } from './exam-facts.ts';
import { StartQueue } from './start-queue.ts';
import { insertAttempt, paperOf } from './paper.ts';
import { nextEpoch, openAttempt, attemptView } from './attempt.queries.ts';

/**
 * Starts an attempt, or enters the running one again as its new writer; entering again never moves the deadline, and nothing that closed the
 * exam meanwhile (a lesson added, the course archived) ends a running attempt. Starts of one person and exam follow one another under a
 * lock, so that racing ones get the same attempt.
 */
@Handles(exams.startAttempt)
export class StartAttempt implements Handler<typeof exams.startAttempt> {
  private readonly line = new StartQueue(4, 5_000);

  constructor(
    private readonly pg: Pg,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly endings: Endings,
  ) {}

  async run({ actor: { personId }, params: { examId } }: CallOf<typeof exams.startAttempt>) {
    return this.line.pass(async () => {
      // read after the wait: time in line is not taken from the candidate
      const now = this.clock.now();
      const id = (await this.enter(personId, examId, now)) ?? (await this.begin(personId, examId, now));
      const view = await attemptView(this.pg, personId, id, this.clock.now());
      if (!view) throw new ApiError('exam_not_found');
      return view;
    });
  }

  /** The running attempt, if there is one; one past its deadline is ended. */
  private async enter(personId: string, examId: string, now: Date): Promise<string | null> {
    const open = await openAttempt(this.pg, personId, examId);
    if (!open || (await this.endings.endIfDue(open, now))) return null;
    return (await nextEpoch(this.pg, personId, open.id, now)) ? open.id : null;
  }

  private begin(personId: string, examId: string, now: Date): Promise<string> {
    return this.uow.run((tx) => this.insert(tx, personId, examId, now));
  }

  private async insert(tx: Tx, personId: string, examId: string, now: Date): Promise<string> {
    await lockForOne(tx, keyedLocks.attempt, [personId, examId]);
    const open = await openAttempt(tx, personId, examId);
    if (open && (await nextEpoch(tx, personId, open.id, now))) return open.id;
    const exam = await examFacts(tx, personId, examId);
    if (!exam) throw new ApiError('exam_not_found');
    assertOpen(exam);
    const seed = randomBytes(16).toString('hex');
    return insertAttempt(tx, {
      personId,
      exam,
      number: exam.used + 1,
      seed,
      startedAt: now,
      deadline: deadlineOf(now, exam.minutes, null),
      paper: await paperOf(tx, exam, seed),
    });
  }
}

/** @throws ApiError exam_already_passed, exam_no_tries_left, exam_locked with the lessons that are missing */
function assertOpen(exam: ExamFacts): void {
  if (exam.passed) throw new ApiError('exam_already_passed');
  if (exam.used >= exam.tries) throw new ApiError('exam_no_tries_left', { params: { tries: exam.tries } });
  if (exam.missingLessons.length > 0) {
    const missingLessons = exam.missingLessons.map((lesson) => lesson.title);
    throw new ApiError('exam_locked', { params: { missingLessons } });
  }
}
