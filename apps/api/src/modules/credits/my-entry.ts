import { credits } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { entryFacts } from './entries.queries.ts';
import { EntryDetails } from './entry-detail.ts';

/** One of my own entries. */
@Handles(credits.myEntry)
export class MyEntry implements Handler<typeof credits.myEntry> {
  constructor(
    private readonly pg: Pg,
    private readonly details: EntryDetails,
  ) {}

  async run({ actor, params }: CallOf<typeof credits.myEntry>) {
    const facts = await entryFacts(this.pg, 'e.id = $1 and e.person_id = $2', [params.entryId, actor.personId]);
    if (!facts) throw new ApiError('entry_not_found');
    return this.details.of(this.pg, facts);
  }
}
