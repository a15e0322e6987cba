import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';

interface Row {
  id: string;
  byName: string;
  reason: string;
  startedAt: Date;
  endedAt: Date | null;
}

const viewsOf = `
  select v.id, coalesce(p.name, a.login) as "byName", v.reason, v.started_at as "startedAt",
    coalesce(v.ended_at, case when v.expires_at <= $2 then v.expires_at end) as "endedAt"
  from see_as v join account a on a.id = v.actor_account_id left join person p on p.id = a.person_id
  where v.subject_id = $1 order by v.started_at desc, v.id desc limit 50`;

/** Who looked at the portal as the learner: nobody does so unseen. */
@Handles(accounts.listMyViews)
export class ListMyViews implements Handler<typeof accounts.listMyViews> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor }: CallOf<typeof accounts.listMyViews>) {
    const rows = await this.pg.query<Row>(viewsOf, [actor.personId, this.clock.now()]);
    const items = rows.map((row) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    }));
    return { items };
  }
}
