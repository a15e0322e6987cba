import { reports } from '@dangxiao/contracts';
import { Config } from '../../config/config.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { settingsOf } from '../people/index.ts';
import { Dashboards } from './dashboards.ts';
import { figuresOf, figuresOfChildren, trendOf } from './figures.queries.ts';
import { listStandings } from './people.queries.ts';
import { trainingOfYear } from './trained.queries.ts';
import { countOpenAppeals, mediaUnderWay } from './under-way.queries.ts';

const FURTHEST = { state: 'behind', sort: 'missing' } as const;

/** The state of a subtree as of a day: totals are read, not counted; exempt people owe nothing. Work under way is that of now. */
@Handles(reports.overview)
export class GetOverview implements Handler<typeof reports.overview> {
  constructor(
    private readonly dashboards: Dashboards,
    private readonly pg: Pg,
    private readonly config: Config,
  ) {}

  async run({ scope, params, query }: CallOf<typeof reports.overview>) {
    const { sight, counting } = await this.dashboards.open(scope, params.organizationId, query.asOf);
    const { pg } = this;
    const { zone } = this.config;
    const [figures, children, trend, training, behind, jobs, openAppeals, settings] = await Promise.all([
      figuresOf(pg, sight),
      figuresOfChildren(pg, sight, zone),
      trendOf(pg, sight),
      trainingOfYear(pg, sight, zone),
      listStandings(pg, sight, FURTHEST, { after: null, limit: 10 }),
      mediaUnderWay(pg, sight.id),
      countOpenAppeals(pg, sight.id),
      settingsOf(pg, sight.id),
    ]);
    return {
      asOf: sight.day,
      counting,
      ...figures,
      training,
      children,
      trend,
      behind: behind.slice(0, 10),
      jobs,
      openAppeals,
      ranking: settings.ranking,
    };
  }
}
