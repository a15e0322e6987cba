import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnApi } from '../../tools/start/children.ts';
import { root } from '../../tools/start/settings.ts';
import { examWorld } from '../support/candidates.ts';
import { ProductServer } from '../support/server.ts';
import { ExamWriter } from './exam-writer.ts';
import { withDatabase } from './database.ts';

const PEOPLE = 6;
const SLOTS = 5;

/** How one attempt ended, and how long after its deadline that could be seen by nobody but the database. */
interface Ended {
  state: string;
  finishedAtDeadline: boolean;
  /** Answers that were acknowledged and right, and as many as were marked. */
  right: number;
  marked: number;
}

export interface DeadlineRun {
  ended: Ended[];
  /** Seconds from the deadline, or from the restart if that came later, until the last attempt was ended. */
  seconds: number;
}

/**
 * P4: attempts with acknowledged answers come to their deadline with nobody online, in a process zone that is not the school's.
 * `worker`: a job process is killed just before the deadline and stays dead, the HTTP process lives. `everything`: there is one process, it
 * is killed before the deadline and started again after it.
 */
export async function acrossDeadline(killed: 'worker' | 'everything'): Promise<DeadlineRun> {
  const server = await ProductServer.start({ apps: ['api'], environment: { TZ: 'America/New_York' } });
  const worker = spawnApi({
    main: path.join(root, 'apps/api/dist/main.js'),
    environment: { ...server.environment(), ROLE: 'jobs' },
    logFile: path.join(server.dataDir, 'logs', 'worker.log'),
  });
  try {
    const world = await withDatabase(server.addresses.ownerUrl, (query) =>
      examWorld(query, { candidates: PEOPLE, questions: SLOTS }),
    );
    const writers = world.candidates.map((person) => new ExamWriter(server.baseUrl, person, world.examId, SLOTS));
    await Promise.all(writers.map((writer) => writer.start()));
    const deadline = Date.now() + 4_000;
    await withDatabase(server.addresses.ownerUrl, (query) =>
      query('update attempt set deadline = $1', [new Date(deadline).toISOString()]),
    );
    const writing = writers.map((writer) => writer.write());
    await sleep(2_000);
    writers.forEach((writer) => writer.pause());
    await Promise.all(writing);
    if (worker.pid !== undefined) process.kill(worker.pid, 'SIGKILL');
    await worker.exited;
    if (killed === 'everything') await server.killApi();
    await sleep(Math.max(0, deadline + (killed === 'everything' ? 1_000 : 0) - Date.now()));
    if (killed === 'everything') await server.startApi();
    const from = Math.max(deadline, killed === 'everything' ? Date.now() : deadline);
    return await withDatabase(server.addresses.ownerUrl, async (query) => {
      const open = `select 1 from attempt where state = 'open' limit 1`;
      while ((await query(open)).length > 0 && Date.now() < from + 20_000) await sleep(100);
      const seconds = (Date.now() - from) / 1000;
      const rows = await query(
        `select s.state, s.finished_at = s.deadline as "finishedAtDeadline", s.correct as marked,
           (select count(*)::int from answer a where a.attempt_id = s.id and a.choice = '{A}') as right
         from attempt s`,
      );
      return { ended: rows as unknown as Ended[], seconds };
    });
  } finally {
    await server.stop();
  }
}
