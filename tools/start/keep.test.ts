import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { keep, type Running } from './keep.ts';

/** A stand-in for a process: `end` is its crash. */
function pretend(): Running & { end(): void; stopped: boolean } {
  let end = () => {};
  const exited = new Promise<void>((resolve) => (end = resolve));
  const one = {
    exited,
    end,
    stopped: false,
    stop: () => {
      one.stopped = true;
      end();
      return Promise.resolve();
    },
  };
  return one;
}

describe('keep', () => {
  it('starts a process again after it ended, and stops the one that runs then', async () => {
    const started: ReturnType<typeof pretend>[] = [];
    const kept = await keep('A process', () => {
      const one = pretend();
      started.push(one);
      return Promise.resolve(one);
    });
    started[0]?.end();
    await sleep(800);
    expect(started).toHaveLength(2);
    await kept.stop();
    expect(started.map(({ stopped }) => stopped)).toEqual([false, true]);
    await sleep(800);
    expect(started).toHaveLength(2);
  });

  it('tries again when starting again fails', async () => {
    let launches = 0;
    const first = pretend();
    const kept = await keep('A process', () => {
      launches += 1;
      if (launches === 2) return Promise.reject(new Error('not yet'));
      return Promise.resolve(launches === 1 ? first : pretend());
    });
    first.end();
    await sleep(2000);
    expect(launches).toBe(3);
    await kept.stop();
  });

  it('throws when the first start fails', async () => {
    await expect(keep('A process', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('stops while it waits to start again', async () => {
    let launches = 0;
    const first = pretend();
    const kept = await keep('A process', () => {
      launches += 1;
      return Promise.resolve(first);
    });
    first.end();
    await sleep(100);
    await kept.stop();
    await sleep(800);
    expect(launches).toBe(1);
  });
});
