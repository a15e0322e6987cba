import { people } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { findPerson } from './people.queries.ts';

/** Profile and history of memberships; personal numbers are masked even for administrators. */
@Handles(people.getPerson)
export class GetPerson implements Handler<typeof people.getPerson> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ scope, params }: CallOf<typeof people.getPerson>) {
    const found = await findPerson(this.pg, scope, params.personId, this.clock.now());
    if (!found) throw new ApiError('person_not_found');
    return found;
  }
}
