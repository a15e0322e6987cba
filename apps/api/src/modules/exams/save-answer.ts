import { exams } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { AnswerWriter } from './answer-writer.ts';

/** Saves an answer as it is given; the answer leaves after the commit. */
@Handles(exams.saveAnswer)
export class SaveAnswer implements Handler<typeof exams.saveAnswer> {
  constructor(
    private readonly writer: AnswerWriter,
    private readonly clock: Clock,
  ) {}

  run({ actor, params, body }: CallOf<typeof exams.saveAnswer>) {
    return this.writer.write({ ...params, ...body, personId: actor.personId, at: this.clock.now() });
  }
}
