import { Logger } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { Config } from '../config/config.ts';
import type { ConnectionGuard } from '../database/connection-guard.ts';
import { declaredQueues, HEARTBEAT_SECONDS, type JobQueue } from './queues.ts';

/** The job queue's own schema, made by `migrate`. */
export const JOBS_SCHEMA = 'pgboss';

/**
 * Connects to the queue as the application. Only a process that runs jobs supervises: finds dead workers, starts recurring jobs. Listening needs a
 * session of its own, which a pooler in transaction mode has not: behind one the direct address serves, else jobs are looked for every two seconds.
 */
export async function startBoss(config: Config, guard: ConnectionGuard): Promise<PgBoss> {
  const logger = new Logger('Jobs');
  const boss = new PgBoss({
    connectionString: (config.runsJobs && config.databaseDirectUrl) || config.databaseUrl,
    ...guard.poolOptions(),
    application_name: 'dangxiao jobs',
    schema: JOBS_SCHEMA,
    max: config.runsJobs ? 4 : 1,
    migrate: false,
    createSchema: false,
    supervise: config.runsJobs,
    schedule: config.runsJobs,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    useListenNotify: config.runsJobs && (config.dbPooler === 'none' || config.databaseDirectUrl !== null),
    // the application's role owns no index
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => logger.warn(`Job queue: ${error.message}`));
  await boss.start();
  for (const queue of declaredQueues()) await ensureQueue(boss, queue, config);
  return boss;
}

async function ensureQueue(boss: PgBoss, queue: JobQueue, config: Config): Promise<void> {
  const { retryLimit, retryDelay, expireInSeconds } = queue;
  const settings = { retryLimit, retryDelay, retryBackoff: true, expireInSeconds, notify: true };
  await boss.createQueue(queue.name, { ...settings, policy: 'exclusive', heartbeatSeconds: HEARTBEAT_SECONDS });
  await boss.updateQueue(queue.name, settings);
  if (!config.runsJobs) return;
  if (queue.cron) await boss.schedule(queue.name, queue.cron, {}, { tz: config.zone });
  else await boss.unschedule(queue.name);
}
