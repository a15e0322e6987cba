import { assignments, type ResponseOf } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { ownedPage } from './owned-lists.ts';
import { usedBy } from './saved-audiences.queries.ts';

type Row = ResponseOf<typeof assignments.listSavedAudiences>['items'][number];

/** Saved audiences of the actor's subtrees. */
@Handles(assignments.listSavedAudiences)
export class ListSavedAudiences implements Handler<typeof assignments.listSavedAudiences> {
  constructor(private readonly pg: Pg) {}

  run({ scope, query }: CallOf<typeof assignments.listSavedAudiences>) {
    return ownedPage<Row>(this.pg, scope, query, 'saved_audience', `x.rules, ${usedBy} as "usedBy"`);
  }
}
