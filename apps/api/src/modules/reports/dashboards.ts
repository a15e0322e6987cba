import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { Pg } from '../../database/pg.ts';
import type { Scope } from '../../http/scope.ts';
import { sightOf, type Sight } from './sight.ts';
import { Standings } from './standings.ts';

/** What every figure that is asked for begins with: a small backlog is counted, and the organization is in the actor's sight on that day. */
@Injectable()
export class Dashboards {
  constructor(
    private readonly standings: Standings,
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async open(scope: Scope<'records.read'>, organizationId: string, asOf: string | undefined) {
    const { waiting, since } = await this.standings.catchUp();
    const when = { zone: this.config.zone, now: this.clock.now() };
    const sight: Sight = await sightOf(this.pg, scope, organizationId, asOf, when);
    return { sight, counting: { waiting, since: since?.toISOString() ?? null } };
  }
}
