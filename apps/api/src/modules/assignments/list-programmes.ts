import { assignments, type ResponseOf } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { ownedPage } from './owned-lists.ts';

type Row = ResponseOf<typeof assignments.listProgrammes>['items'][number];
const columns = `x.summary, coalesce((
  select json_agg(json_build_object('courseId', i.course_id, 'title', c.title, 'needsPrevious', i.needs_previous) order by i.ordinal)
  from programme_item i join course c on c.id = i.course_id where i.programme_version_id = x.current_version_id), '[]') as items`;

/** Programmes of the actor's subtrees with their courses. */
@Handles(assignments.listProgrammes)
export class ListProgrammes implements Handler<typeof assignments.listProgrammes> {
  constructor(private readonly pg: Pg) {}

  run({ actor, query }: CallOf<typeof assignments.listProgrammes>) {
    return ownedPage<Row>(this.pg, actor, query, 'programme', columns);
  }
}
