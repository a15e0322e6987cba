import { credits } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { appealColumns, appealView, type AppealRow } from './entries.queries.ts';

/** A learner says why a reversal is wrong; once for each reversal. */
@Handles(credits.appeal)
export class Appeal implements Handler<typeof credits.appeal> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params, body }: CallOf<typeof credits.appeal>) {
    const entry = await this.pg.one<{ sourceKind: string }>(
      'select source_kind as "sourceKind" from credit_entry where id = $1 and person_id = $2',
      [params.entryId, actor.personId],
    );
    if (!entry) throw new ApiError('entry_not_found');
    if (entry.sourceKind !== 'reversal') throw new ApiError('entry_not_reversible');
    const row = await this.pg.one<AppealRow>(
      `insert into credit_appeal as a (person_id, entry_id, text, created_at) values ($1, $2, $3, $4)
       on conflict (entry_id) do nothing returning ${appealColumns}`,
      [actor.personId, params.entryId, body.text, this.clock.now()],
    );
    if (!row) throw new ApiError('appeal_exists');
    return appealView(row);
  }
}
