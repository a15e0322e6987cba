import { HeartbeatQueue } from './heartbeat-queue.ts';
import type { HeartbeatKeeper, WatchTransport } from './types.ts';

/** Ended leases accept their heartbeats for ten minutes; what is older than a day is only cleared away. */
const uselessAfterMs = 86_400_000;

/**
 * Sends what earlier playbacks on this device left unacknowledged (a crash, a reload, time offline). Sending twice does no harm.
 * @returns the leases that had something left: they were ours, so that taking the lease over from them needs no question.
 */
export async function sendLeftovers(
  keeper: HeartbeatKeeper,
  transport: Pick<WatchTransport, 'send'>,
  owner: string,
  patienceMs = 3_000,
): Promise<string[]> {
  const kept = (await keeper.all()).map(([, record]) => record);
  const old = kept.filter((record) => Date.now() - record.keptAt > uselessAfterMs);
  await Promise.all(old.map((record) => keeper.remove(record.leaseId)));
  const ours = kept.filter((record) => record.owner === owner && !old.includes(record));
  await Promise.all(ours.map((record) => sendAll(record, keeper, transport, patienceMs)));
  return ours.map((record) => record.leaseId);
}

function sendAll(
  record: Parameters<HeartbeatKeeper['save']>[1],
  keeper: HeartbeatKeeper,
  transport: Pick<WatchTransport, 'send'>,
  patienceMs: number,
): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      queue.close();
      clearTimeout(timer);
      resolve();
    };
    const queue = new HeartbeatQueue({
      ...record,
      transport,
      keeper,
      onAnswer: () => queue.waiting === 0 && finish(),
      onConnection: (online) => !online && finish(),
      onGone: finish,
    });
    const timer = setTimeout(finish, patienceMs);
    queue.kick();
  });
}
