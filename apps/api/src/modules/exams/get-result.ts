import { exams } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Endings } from './endings.ts';
import { resultItems, resultOf } from './result.queries.ts';

/** The marks of an ended attempt of one's own; right answers and explanations as the exam's setting allows. */
@Handles(exams.getResult)
export class GetResult implements Handler<typeof exams.getResult> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly endings: Endings,
  ) {}

  async run({ actor: { personId }, params: { attemptId } }: CallOf<typeof exams.getResult>) {
    const found = await resultOf(this.pg, personId, attemptId);
    if (!found) throw new ApiError('attempt_not_found');
    const ended = await this.endings.endIfDue({ ...found, id: attemptId }, this.clock.now());
    const result = ended ? await resultOf(this.pg, personId, attemptId) : found;
    if (!result || !result.finishedAt) throw new ApiError('result_not_ready');
    const revealed = result.reveal === 'after_hand_in' || (result.reveal === 'after_pass' && result.passed);
    const items = await resultItems(this.pg, attemptId);
    return {
      ...result,
      startedAt: result.startedAt.toISOString(),
      finishedAt: result.finishedAt.toISOString(),
      triesLeft: Math.max(0, result.tries - result.used),
      lateAnswers: items.filter((item) => item.lateChoice !== null).length,
      items: items.map((item) => (revealed ? item : { ...item, correct: null, explanation: null })),
    };
  }
}
