import { learning } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Heartbeats } from './heartbeats.ts';

/** Reports what was played; what counts is decided by server time (integrity.md, 'The budget, exactly'). */
@Handles(learning.sendHeartbeat)
export class SendHeartbeat implements Handler<typeof learning.sendHeartbeat> {
  constructor(
    private readonly heartbeats: Heartbeats,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params, body }: CallOf<typeof learning.sendHeartbeat>) {
    const { seq, event, segments, positionMs } = body;
    const { personId } = actor;
    return this.heartbeats.report({
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
