import { people } from '@dangxiao/contracts';
import { z } from 'zod';
import { Clock } from '../../config/clock.ts';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { countPeople, listPeople, type PeopleFilter } from './people.queries.ts';
import { PersonalNumbers } from './personal-numbers.ts';
import { organizationInScope } from './scope.ts';

const place = z.tuple([z.string(), z.uuid()]);

/** Members of a node or of everything in the actor's subtrees, in pinyin order. The first page says how many there are in all. */
@Handles(people.listPeople)
export class ListPeople implements Handler<typeof people.listPeople> {
  constructor(
    private readonly pg: Pg,
    private readonly numbers: PersonalNumbers,
    private readonly clock: Clock,
  ) {}

  async run({ actor, query }: CallOf<typeof people.listPeople>) {
    const { organizationId, subtree, q, kind, cursor, limit } = query;
    const node = organizationId ? await organizationInScope(this.pg, actor, 'people.read', organizationId) : undefined;
    const filter: PeopleFilter = { node, subtree, q, kind, phoneHash: q ? this.numbers.phoneHash(q) : null };
    const after = readCursor(cursor, place);
    const rows = await listPeople(this.pg, actor, filter, { now: this.clock.now(), after, limit });
    const total = after ? null : await countPeople(this.pg, actor, filter);
    return { ...pageOf(rows, limit, (last) => cursorOf(last.name, last.id)), total };
  }
}
