import { catalog } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { checklistOf } from './checklist.ts';
import { courseDraft } from './drafts.queries.ts';

/** What publishing still needs: the same conditions that publishing itself checks. */
@Handles(catalog.getChecklist)
export class GetChecklist implements Handler<typeof catalog.getChecklist> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, params }: CallOf<typeof catalog.getChecklist>) {
    return checklistOf(this.pg, await courseDraft(this.pg, scope, params.courseId));
  }
}
