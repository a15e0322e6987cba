import { catalog } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { courseDraft } from './drafts.queries.ts';

/** Everything the course editor shows, of a course in the actor's subtrees. */
@Handles(catalog.getCourseDraft)
export class GetCourseDraft implements Handler<typeof catalog.getCourseDraft> {
  constructor(private readonly pg: Pg) {}

  run({ scope, params }: CallOf<typeof catalog.getCourseDraft>) {
    return courseDraft(this.pg, scope, params.courseId);
  }
}
