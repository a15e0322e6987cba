import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import { PollingWorker } from '../../jobs/polling-worker.ts';
import { Standings } from './standings.ts';

const EVERY_MS = 2_000;

/** Every other second counts what changed. Figures asked for meanwhile count a little themselves, or say how much is waiting. */
@Injectable()
export class FiguresWorker extends PollingWorker {
  constructor(
    private readonly standings: Standings,
    config: Config,
  ) {
    super({ runs: config.runsJobs, everyMs: EVERY_MS, failure: 'Figures were not counted' });
  }

  async step(): Promise<boolean> {
    await this.standings.recount(() => this.stopped);
    return false;
  }
}
