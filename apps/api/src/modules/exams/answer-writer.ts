import type { exams, ResponseOf } from '@dangxiao/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Batcher } from '../../database/batcher.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import { saveAnswers, type Judged, type Save } from './save-answers.sql.ts';

type Saved = ResponseOf<typeof exams.saveAnswer>;

/** Writes answers of many candidates together: one commit for all that arrive while the one before is under way. */
@Injectable()
export class AnswerWriter {
  private readonly batcher: Batcher<Save, Judged | undefined>;

  constructor(
    pg: Pg,
    private readonly clock: Clock,
  ) {
    this.batcher = new Batcher((saves) => saveAnswers((sql, params) => pg.prepared(sql, params), saves));
  }

  /**
   * Answers after the commit. Which of two saves of a slot stands is decided by (epoch, seq) alone; whether a save is in time, by `save.at`,
   * the moment at which it reached this server.
   * @throws ApiError attempt_not_found, also for another person's; validation_failed for a slot or option that the paper does not have
   */
  async write(save: Save): Promise<Saved> {
    const judged = await this.batcher.add(`${save.attemptId} ${save.slot}`, save);
    if (!judged) throw new ApiError('attempt_not_found');
    if (!judged.has_slot) throw fieldError('params.slot', 'invalid_value');
    if (!judged.fits) throw fieldError('choice', 'invalid_value');
    if (!judged.issued) throw fieldError('epoch', 'too_big', { maximum: judged.current });
    const { slot, epoch, seq } = save;
    return {
      slot,
      epoch,
      seq,
      late: judged.late,
      superseded: epoch < judged.current,
      deadline: judged.deadline.toISOString(),
      serverTime: this.clock.now().toISOString(),
    };
  }
}
