import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import { Standings } from './standings.ts';

const EVERY_MS = 2_000;

/** Every other second counts what changed. Figures asked for meanwhile count a little themselves, or say how much is waiting. */
@Injectable()
export class FiguresWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(FiguresWorker.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly standings: Standings,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.runsJobs) this.again();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private again(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.standings
        .recount(() => this.stopped)
        .catch((error: unknown) => this.logger.warn(`Figures were not counted: ${String(error)}`))
        .then(() => this.again());
    }, EVERY_MS);
    this.timer.unref();
  }
}
