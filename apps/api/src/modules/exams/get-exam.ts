import { exams } from '@dangxiao/contracts';
import { hoursForExam } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Policies } from '../credits/index.ts';
import { Endings } from './endings.ts';
import { examFacts } from './exam-facts.ts';
import { openAttempt, attemptsOf } from './attempt.queries.ts';

/** What a learner should know before the start; hours are those of the policy in force today. */
@Handles(exams.getExam)
export class GetExam implements Handler<typeof exams.getExam> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly policies: Policies,
    private readonly endings: Endings,
  ) {}

  async run({ actor: { personId }, params: { examId } }: CallOf<typeof exams.getExam>) {
    const now = this.clock.now();
    const open = await openAttempt(this.pg, personId, examId);
    if (open) await this.endings.endIfDue(open, now);
    const exam = await examFacts(this.pg, personId, examId);
    if (!exam) throw new ApiError('exam_not_found');
    const attempts = await attemptsOf(this.pg, personId, examId);
    return {
      ...exam,
      triesLeft: Math.max(0, exam.tries - exam.used),
      hours: hoursForExam(await this.policies.at(this.pg, now)),
      openAttemptId: attempts.find((attempt) => attempt.state === 'open')?.id ?? null,
      attempts,
    };
  }
}
