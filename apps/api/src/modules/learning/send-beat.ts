import { learning } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Beats } from './beats.ts';

/** Reports what was played; what counts is decided by server time (integrity.md, 'The budget, exactly'). */
@Handles(learning.sendBeat)
export class SendBeat implements Handler<typeof learning.sendBeat> {
  constructor(
    private readonly beats: Beats,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params, body }: CallOf<typeof learning.sendBeat>) {
    const { seq, event, segments, positionMs } = body;
    const { personId } = actor;
    return this.beats.report({
      personId,
      leaseId: params.leaseId,
      seq,
      event,
      segments,
      positionMs,
      at: this.clock.now(),
    });
  }
}
