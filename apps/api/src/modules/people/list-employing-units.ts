import { people } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { countUnits, listUnits } from './employing-units.queries.ts';

const place = z.tuple([z.string(), z.uuid()]);

/** The units of the school, with what of the actor's is counted to each. The first page says how many there are in all. */
@Handles(people.listEmployingUnits)
export class ListEmployingUnits implements Handler<typeof people.listEmployingUnits> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, query: { q, employingUnitId, cursor, limit } }: CallOf<typeof people.listEmployingUnits>) {
    const after = readCursor(cursor, place);
    const rows = await listUnits(this.pg, actor, { q, employingUnitId }, { after, limit });
    const total = after ? null : await countUnits(this.pg, { q, employingUnitId });
    return { ...pageOf(rows, limit, (last) => cursorOf(last.name, last.id)), total };
  }
}
