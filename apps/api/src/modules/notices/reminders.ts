import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import { PollingWorker } from '../../jobs/polling-worker.ts';
import { PlanReminders } from './plan-reminders.ts';
import { TellReminders } from './tell-reminders.ts';
import { TellSupervision } from './tell-supervision.ts';

const PLAN_EVERY_MS = 20_000;
const LOOK_EVERY_MS = 1_000;

/** In processes that run jobs: finds the steps that have come, and goes through their people. What is done stands in the database. */
@Injectable()
export class Reminders extends PollingWorker {
  private plannedAt = 0;

  constructor(
    config: Config,
    private readonly planning: PlanReminders,
    private readonly telling: TellReminders,
    private readonly supervision: TellSupervision,
  ) {
    super({ runs: config.runsJobs, everyMs: LOOK_EVERY_MS, failure: 'Reminders were not sent' });
  }

  /** Plans, then tells until nobody is left to be told. */
  async catchUp(): Promise<void> {
    await this.planning.run();
    while (!this.stopped && (await this.tell()));
  }

  async step(): Promise<boolean> {
    if (Date.now() - this.plannedAt > PLAN_EVERY_MS) {
      await this.planning.run();
      this.plannedAt = Date.now();
    }
    return this.tell();
  }

  private async tell(): Promise<boolean> {
    return (await this.telling.step()) || this.supervision.step();
  }
}
