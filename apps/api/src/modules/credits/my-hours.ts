import { credits } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { HoursViews } from './hours-view.ts';

/** What I owe, have and miss in a year, and every entry behind it. */
@Handles(credits.myHours)
export class MyHours implements Handler<typeof credits.myHours> {
  constructor(
    private readonly pg: Pg,
    private readonly views: HoursViews,
  ) {}

  run({ actor, query }: CallOf<typeof credits.myHours>) {
    return this.views.of(this.pg, actor.personId, query);
  }
}
