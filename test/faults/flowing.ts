import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until reports flow (a busy machine is slow to begin with): a kill of something idle proves nothing. */
export async function flowing(people: readonly { waiting: number }[]): Promise<void> {
  const until = Date.now() + 20_000;
  while (Date.now() < until && people.reduce((sum, { waiting }) => sum + waiting, 0) < 60) await sleep(20);
}
