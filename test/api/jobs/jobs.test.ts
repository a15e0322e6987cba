import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Config } from '../../../apps/api/src/config/config.ts';
import { ConfigModule } from '../../../apps/api/src/config/config.module.ts';
import { DatabaseModule } from '../../../apps/api/src/database/database.module.ts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { HandlesJob, type JobCall, type JobWorker } from '../../../apps/api/src/jobs/job-handler.ts';
import { Jobs } from '../../../apps/api/src/jobs/jobs.ts';
import { JobsModule } from '../../../apps/api/src/jobs/jobs.module.ts';
import { defineQueue } from '../../../apps/api/src/jobs/queues.ts';
import { testDatabase } from '../../support/test-database.ts';

const noting = defineQueue<{ note: string }>({ name: 'test.note', retryDelay: 1 });
const stuck = defineQueue<{ note: string }>({ name: 'test.stuck', retryDelay: 1 });
const noted: string[] = [];
const failures = new Map<string, number>();

@Injectable()
@HandlesJob(noting)
class NoteIt implements JobWorker<{ note: string }> {
  async run({ data }: JobCall<{ note: string }>): Promise<void> {
    const left = failures.get(data.note) ?? 0;
    failures.set(data.note, left - 1);
    if (left > 0) throw new Error('not yet');
    noted.push(data.note);
  }
}

@Injectable()
@HandlesJob(stuck)
class Unstick implements JobWorker<{ note: string }> {
  async run({ data }: JobCall<{ note: string }>): Promise<void> {
    noted.push(data.note);
  }
}

/** Boots what jobs need, as ROLE=http (sends) or ROLE=jobs (works). */
async function boot(url: string, role: string): Promise<INestApplicationContext> {
  const config = new Config({ NODE_ENV: 'test', DATABASE_URL: url, ROLE: role, SECRET_KEY: 'x'.repeat(32) });
  @Module({ imports: [ConfigModule.with(config), DatabaseModule, JobsModule], providers: [NoteIt, Unstick] })
  class Part {}
  return NestFactory.createApplicationContext(Part, { logger: false, abortOnError: false });
}

async function until(isTrue: () => boolean, patienceMs: number): Promise<number> {
  const start = Date.now();
  while (!isTrue()) {
    if (Date.now() - start > patienceMs) throw new Error(`Not within ${patienceMs} ms`);
    await sleep(50);
  }
  return Date.now() - start;
}

describe('jobs', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let sender: INestApplicationContext;
  let worker: INestApplicationContext | undefined;
  beforeAll(async () => {
    database = await testDatabase();
    sender = await boot(database.appUrl, 'http');
  });
  afterAll(async () => {
    await worker?.close();
    await sender.close();
    await database.drop();
  });
  const send = (note: string, singletonKey?: string) =>
    sender
      .get(UnitOfWork)
      .run((tx) => sender.get(Jobs).send(tx, noting, { note }, singletonKey ? { singletonKey } : {}));

  it('survive the kill -9 of their worker: another one runs them within a minute', async () => {
    await sender.get(UnitOfWork).run((tx) => sender.get(Jobs).send(tx, stuck, { note: 'survived' }));
    const child = fork(join(import.meta.dirname, 'dying-worker.mjs'), [database.appUrl, stuck.name], { execArgv: [] });
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    worker = await boot(database.appUrl, 'jobs');
    expect(await until(() => noted.includes('survived'), 60_000)).toBeLessThan(60_000);
  }, 90_000);

  it('exist if and only if their transaction commits', async () => {
    const failing = sender.get(UnitOfWork).run(async (tx) => {
      await sender.get(Jobs).send(tx, noting, { note: 'rolled back' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await send('committed');
    await until(() => noted.includes('committed'), 10_000);
    expect(noted).not.toContain('rolled back');
  }, 20_000);

  it('run again after a failure', async () => {
    failures.set('twice failed', 2);
    await send('twice failed');
    await until(() => noted.includes('twice failed'), 25_000);
  }, 30_000);

  it('with the same key wait only once', async () => {
    const later = { startAfter: new Date(Date.now() + 3_600_000), singletonKey: 'k' };
    const sendLater = () =>
      sender.get(UnitOfWork).run((tx) => sender.get(Jobs).send(tx, noting, { note: 'later' }, later));
    expect([await sendLater(), await sendLater()]).toEqual([expect.any(String), null]);
  });
});
