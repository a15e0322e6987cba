import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import { PlanReminders } from './plan-reminders.ts';
import { TellReminders } from './tell-reminders.ts';
import { TellSupervision } from './tell-supervision.ts';

const PLAN_EVERY_MS = 20_000;
const LOOK_EVERY_MS = 1_000;

/** In processes that run jobs: finds the steps that have come, and goes through their people. What is done stands in the database. */
@Injectable()
export class Reminders implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Reminders.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;
  private plannedAt = 0;

  constructor(
    private readonly config: Config,
    private readonly planning: PlanReminders,
    private readonly telling: TellReminders,
    private readonly supervision: TellSupervision,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.runsJobs) this.again(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** Plans, then tells until nobody is left to be told. */
  async catchUp(): Promise<void> {
    await this.planning.run();
    while (!this.stopped && (await this.tell()));
  }

  private async step(): Promise<boolean> {
    if (Date.now() - this.plannedAt > PLAN_EVERY_MS) {
      await this.planning.run();
      this.plannedAt = Date.now();
    }
    return this.tell();
  }

  private async tell(): Promise<boolean> {
    return (await this.telling.step()) || this.supervision.step();
  }

  private again(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.step().then(
        (more) => this.again(more ? 0 : LOOK_EVERY_MS),
        (error: unknown) => {
          this.logger.warn(`Reminders were not sent: ${String(error)}`);
          this.again(LOOK_EVERY_MS);
        },
      );
    }, ms);
    this.timer.unref();
  }
}
