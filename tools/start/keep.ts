import { setTimeout as sleep } from 'node:timers/promises';
import { warn } from './console.ts';

/** A started process: `exited` settles when it has ended, whoever ended it. */
export interface Running {
  exited: Promise<unknown>;
  stop(): Promise<void>;
}

export interface Kept {
  stop(): Promise<void>;
}

const firstPauseMs = 500;
const longestPauseMs = 15_000;
/** A process that ran this long was healthy: its next end starts again with the short pause. */
const healthyAfterMs = 60_000;

/**
 * Starts a process and starts it again, with growing pauses, whenever it ends by itself.
 * @param launch its first failure is thrown; later ones are retried
 */
export async function keep(name: string, launch: () => Promise<Running>): Promise<Kept> {
  const stopping = new AbortController();
  let attempt = launch();
  let running = await attempt;

  const watch = async () => {
    let pauseMs = firstPauseMs;
    while (!stopping.signal.aborted) {
      const began = Date.now();
      await running.exited;
      if (stopping.signal.aborted) return;
      if (Date.now() - began > healthyAfterMs) pauseMs = firstPauseMs;
      pauseMs = await again(pauseMs);
    }
  };
  const again = async (firstPause: number): Promise<number> => {
    for (let pauseMs = firstPause; ;) {
      warn(`${name} ended; it starts again in ${pauseMs / 1000} s`);
      await sleep(pauseMs, undefined, { signal: stopping.signal });
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      attempt = launch();
      const begun = await attempt.catch((error: unknown) => warn(`${name}: ${String(error)}`));
      if (!begun) continue;
      running = begun;
      return pauseMs;
    }
  };
  const watching = watch().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });

  return {
    async stop() {
      stopping.abort();
      await attempt.then(
        (last) => last.stop(),
        () => undefined,
      );
      await watching;
    },
  };
}
