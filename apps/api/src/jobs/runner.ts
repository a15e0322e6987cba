import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Job, PgBoss } from 'pg-boss';
import { Config } from '../config/config.ts';
import { JOB_QUEUE, type JobWorker } from './job-handler.ts';
import { BOSS } from './jobs.ts';
import type { JobQueue } from './queues.ts';

const GRACE_MS = 20_000;

/** Runs the providers marked with `@HandlesJob` in processes whose ROLE says so. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');

  constructor(
    @Inject(BOSS) private readonly boss: PgBoss,
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.runsJobs) return;
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const queue = metatype && (Reflect.getMetadata(JOB_QUEUE, metatype) as JobQueue | undefined);
      if (queue) await this.work(queue, instance as JobWorker<object>);
    }
  }

  /** Waits for the jobs under way; what does not end in time runs again elsewhere. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: GRACE_MS, close: true });
  }

  private async work(queue: JobQueue, worker: JobWorker<object>): Promise<void> {
    const options = { localConcurrency: queue.concurrency, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 };
    await this.boss.work(queue.name, options, async (jobs: Job<object>[]) => {
      for (const job of jobs) await this.attempt(queue, worker, job);
    });
  }

  private async attempt(queue: JobQueue, worker: JobWorker<object>, { id, data, signal }: Job<object>): Promise<void> {
    try {
      await worker.run({ id, data: data ?? {}, signal });
    } catch (error) {
      this.logger.error(`${queue.name} ${id} failed`, error instanceof Error ? error.stack : String(error));
      throw error;
    }
  }
}
