import { people } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { countEmployers, listEmployers } from './employers.queries.ts';

const place = z.tuple([z.string(), z.uuid()]);

/** The employers of the school, with what of the actor's is counted to each. The first page says how many there are in all. */
@Handles(people.listEmployers)
export class ListEmployers implements Handler<typeof people.listEmployers> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, query: { q, employerId, cursor, limit } }: CallOf<typeof people.listEmployers>) {
    const after = readCursor(cursor, place);
    const rows = await listEmployers(this.pg, scope, { q, employerId }, { after, limit });
    const total = after ? null : await countEmployers(this.pg, { q, employerId });
    return { ...pageOf(rows, limit, (last) => cursorOf(last.name, last.id)), total };
  }
}
