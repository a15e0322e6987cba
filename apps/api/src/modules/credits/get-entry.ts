import { credits } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { entryFacts } from './entries.queries.ts';
import { EntryDetails } from './entry-detail.ts';

/** An entry of a person in the actor's subtrees. */
@Handles(credits.getEntry)
export class GetEntry implements Handler<typeof credits.getEntry> {
  constructor(
    private readonly pg: Pg,
    private readonly details: EntryDetails,
  ) {}

  async run({ scope, params }: CallOf<typeof credits.getEntry>) {
    const values: unknown[] = [params.entryId];
    const inside = scope.sql('home.path', values);
    const facts = await entryFacts(this.pg, `e.id = $1 and ${inside}`, values);
    if (!facts) throw new ApiError('entry_not_found');
    return this.details.of(this.pg, facts);
  }
}
