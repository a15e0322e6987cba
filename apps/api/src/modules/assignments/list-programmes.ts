import { assignments } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { ownedPage } from './owned-lists.ts';
import { programmeColumns, type ProgrammeRow } from './programmes.queries.ts';

/** Programmes of the actor's subtrees with their courses. */
@Handles(assignments.listProgrammes)
export class ListProgrammes implements Handler<typeof assignments.listProgrammes> {
  constructor(private readonly pg: Pg) {}

  run({ scope, query }: CallOf<typeof assignments.listProgrammes>) {
    return ownedPage<ProgrammeRow>(this.pg, scope, query, 'programme', programmeColumns);
  }
}
