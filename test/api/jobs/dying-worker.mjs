// Takes a job as a worker of ours would, says so, and never finishes: the test kills this process.
import { PgBoss } from 'pg-boss';

const [connectionString, queue] = process.argv.slice(2);
const boss = new PgBoss({
  connectionString,
  schema: 'pgboss',
  migrate: false,
  supervise: false,
  schedule: false,
  reindex: false,
});
boss.on('error', () => undefined);
await boss.start();
await boss.work(queue, { pollingIntervalSeconds: 0.5 }, async () => {
  process.send?.('taken');
  await new Promise(() => setInterval(() => undefined, 1000));
});
