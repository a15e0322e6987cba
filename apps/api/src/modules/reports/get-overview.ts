import { reports } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Policies } from '../credits/index.ts';
import { organizationInScope } from '../people/index.ts';
import { countActive, countOpenAppeals, hoursByMonth, mediaUnderWay } from './activity.queries.ts';
import { requirementRows, standingOf } from './overview.queries.ts';

const WEEK_MS = 7 * 86_400_000;

/** Share of those who attained, as a decimal with four places, so that percent with two can be shown: "0.8333". Nobody: "0.0000". */
export const rate = (attained: number, people: number) => (people === 0 ? 0 : attained / people).toFixed(4);

/**
 * The state of a subtree now: who attained every hard requirement of the policy in force this year, what is done and what is left. All of it is
 * set-based; exempt people owe nothing and are not counted.
 */
@Handles(reports.overview)
export class GetOverview implements Handler<typeof reports.overview> {
  constructor(
    private readonly pg: Pg,
    private readonly policies: Policies,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run({ actor, params }: CallOf<typeof reports.overview>) {
    const { id, path } = await organizationInScope(this.pg, actor, 'records.read', params.organizationId);
    const now = this.clock.now();
    const [year = 0, month = 1] = dayIn(this.config.zone, now).split('-').map(Number);
    const requirements = JSON.stringify(requirementRows(await this.policies.at(this.pg, now)));
    const scope = { path, year, requirements };
    const ago = (weeks: number) => new Date(now.getTime() - weeks * WEEK_MS);
    const [standing, activeLast7Days, activePrevious7Days, trend, jobs, openAppeals] = await Promise.all([
      standingOf(this.pg, id, scope),
      countActive(this.pg, path, ago(1), now),
      countActive(this.pg, path, ago(2), ago(1)),
      hoursByMonth(this.pg, path, year, month, this.config.zone),
      mediaUnderWay(this.pg, path),
      countOpenAppeals(this.pg, path),
    ]);
    return {
      asOf: now.toISOString(),
      ...standing,
      attainmentRate: rate(standing.attained, standing.people),
      activeLast7Days,
      activePrevious7Days,
      children: standing.children.map((child) => ({ ...child, attainmentRate: rate(child.attained, child.people) })),
      trend,
      jobs,
      openAppeals,
    };
  }
}
