import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import { Outbox } from './outbox.ts';

const LOOK_EVERY_MS = 2_000;

/** Keeps sending in processes that run jobs; the email under way is finished before the process stops. */
@Injectable()
export class Deliver implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Deliver.name);
  private timer: NodeJS.Timeout | undefined;
  private under: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.runsJobs && this.config.mail) this.again(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.under;
  }

  private again(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.under = this.outbox
        .round(() => this.stopped)
        .then(
          (tried) => this.again(tried > 0 ? 0 : LOOK_EVERY_MS),
          (error: unknown) => {
            this.logger.warn(`Emails were not sent: ${String(error)}`);
            this.again(LOOK_EVERY_MS);
          },
        );
    }, ms);
    this.timer.unref();
  }
}
