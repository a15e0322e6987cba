import { people } from '@dangxiao/contracts';
import { z } from 'zod';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { asOfQuery } from './as-of.ts';
import { membersAsOf, organizationAsOf } from './as-of.queries.ts';
import { countPeople, listPeople, type PeopleFilter } from './people.queries.ts';
import { PersonalNumbers } from './personal-numbers.ts';
import { organizationInScope } from './scope.ts';

/** What is not dated is not told of a past day. */
const then = <Row extends object>(row: Row) => ({
  ...row,
  maskedPhone: null,
  account: 'none' as const,
  deactivated: false,
  host: null,
});

const place = z.tuple([z.string(), z.uuid()]);

/** Members of a node or of everything in the actor's subtrees, in pinyin order. The first page says how many there are in all. */
@Handles(people.listPeople)
export class ListPeople implements Handler<typeof people.listPeople> {
  constructor(
    private readonly pg: Pg,
    private readonly numbers: PersonalNumbers,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run({ actor, scope, query }: CallOf<typeof people.listPeople>) {
    const { organizationId, subtree, q, kind, employerId, state, cursor, limit } = query;
    const after = readCursor(cursor, place);
    const asOf = asOfQuery(query, this.clock, dayIn(this.config.zone, this.clock.now()));
    if (asOf) {
      if (organizationId) await organizationAsOf(this.pg, scopeOf(actor, 'organizations.read'), asOf, organizationId);
      const members = { organizationId, subtree, q, kind, employerId };
      const found = await membersAsOf(this.pg, scope, asOf, members, { after, limit });
      return { ...pageOf(found.rows.map(then), limit, (last) => cursorOf(last.name, last.id)), total: found.total };
    }
    const node = organizationId ? await organizationInScope(this.pg, scope, organizationId) : undefined;
    const phoneHash = q ? this.numbers.phoneHash(q) : null;
    const filter: PeopleFilter = { node, subtree, q, kind, employerId, state, phoneHash };
    const rows = await listPeople(this.pg, scope, filter, { now: this.clock.now(), after, limit });
    const total = after ? null : await countPeople(this.pg, scope, filter);
    return { ...pageOf(rows, limit, (last) => cursorOf(last.name, last.id)), total };
  }
}
