import { people } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { findOrganizations } from './organizations.queries.ts';

/** By name, pinyin initials or code, with the way to each from the actor's own node. */
@Handles(people.searchOrganizations)
export class SearchOrganizations implements Handler<typeof people.searchOrganizations> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, query }: CallOf<typeof people.searchOrganizations>) {
    return { items: await findOrganizations(this.pg, scope, query.q, query) };
  }
}
