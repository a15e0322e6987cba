import { people, type OrganizationKind } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';

/** By whole name or code only: what somebody knows who was told it, not a list of the school. */
@Handles(people.findTransferTarget)
export class FindTransferTarget implements Handler<typeof people.findTransferTarget> {
  constructor(private readonly pg: Pg) {}

  async run({ query }: CallOf<typeof people.findTransferTarget>) {
    const items = await this.pg.query<{ id: string; name: string; code: string; kind: OrganizationKind }>(
      `select id, name, code, kind from organization where closed_on is null and (name = $1 or code = $1) order by code limit 10`,
      [query.q],
    );
    return { items };
  }
}
