import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { PollingWorker, type Polling } from './polling-worker.ts';

const EVERY_MS = 1_000;

/** Its rounds end when the test says so. */
class Worker extends PollingWorker {
  begun = 0;
  stoppedAtEnd: boolean[] = [];
  private ends: ((outcome: boolean | Error) => void)[] = [];

  constructor(polling: Partial<Polling> = {}) {
    super({ runs: true, everyMs: EVERY_MS, longestPauseMs: 4_000, failure: 'Nothing was done', ...polling });
  }

  async step(): Promise<boolean> {
    this.begun += 1;
    const outcome = await new Promise<boolean | Error>((end) => this.ends.push(end));
    this.stoppedAtEnd.push(this.stopped);
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }

  /** Ends the round under way. */
  async end(outcome: boolean | Error = false): Promise<void> {
    this.ends.shift()?.(outcome);
    await jest.advanceTimersByTimeAsync(0);
  }
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

async function started(polling: Partial<Polling> = {}): Promise<Worker> {
  const worker = new Worker(polling);
  worker.onApplicationBootstrap();
  await pass(0);
  return worker;
}

describe('PollingWorker', () => {
  let warn: jest.SpiedFunction<Logger['warn']>;

  beforeEach(() => {
    jest.useFakeTimers();
    warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('begins after boot, and again after a pause', async () => {
    const worker = await started();
    expect(worker.begun).toBe(1);
    await worker.end();
    await pass(EVERY_MS - 1);
    expect(worker.begun).toBe(1);
    await pass(1);
    expect(worker.begun).toBe(2);
  });

  it('does nothing in a process of another role, woken or not', async () => {
    const worker = await started({ runs: false });
    worker.wake();
    await pass(10 * EVERY_MS);
    expect(worker.begun).toBe(0);
  });

  it('never has two rounds at once, however long one takes', async () => {
    const worker = await started();
    await pass(10 * EVERY_MS);
    worker.wake();
    worker.wake();
    await pass(10 * EVERY_MS);
    expect(worker.begun).toBe(1);
    await worker.end();
    expect(worker.begun).toBe(2);
    await worker.end();
    expect(worker.begun).toBe(2);
  });

  it('goes on at once while there may be more', async () => {
    const worker = await started();
    await worker.end(true);
    expect(worker.begun).toBe(2);
  });

  it('is woken from its pause, and has one timer afterwards', async () => {
    const worker = await started();
    await worker.end();
    worker.wake();
    await pass(0);
    expect(worker.begun).toBe(2);
    await worker.end();
    await pass(EVERY_MS);
    expect(worker.begun).toBe(3);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('logs a failure and pauses longer each time, up to the longest pause, until a round succeeds', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0);
    const worker = await started();
    for (const [round, pause] of [1_000, 2_000, 4_000, 4_000].entries()) {
      await worker.end(new Error('away'));
      await pass(pause - 1);
      expect(worker.begun).toBe(round + 1);
      await pass(1);
      expect(worker.begun).toBe(round + 2);
    }
    expect(warn).toHaveBeenCalledTimes(4);
    expect(warn).toHaveBeenCalledWith('Nothing was done: Error: away');
    await worker.end();
    await pass(EVERY_MS);
    await worker.end(new Error('away'));
    await pass(EVERY_MS);
    expect(worker.begun).toBe(7);
  });

  it('does not come back from a failure at the same moment everywhere', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.8);
    const worker = await started();
    await worker.end(new Error('away'));
    await pass(800);
    expect(worker.begun).toBe(2);
  });

  it('does not answer a call during a round that fails before the pause is over', async () => {
    const worker = await started();
    worker.wake();
    await worker.end(new Error('away'));
    expect(worker.begun).toBe(1);
  });

  it('stops: tells the round under way, waits for it, and begins no other', async () => {
    const worker = await started();
    let stopped = false;
    void worker.beforeApplicationShutdown().then(() => (stopped = true));
    await pass(EVERY_MS);
    expect(stopped).toBe(false);
    await worker.end(true);
    expect([stopped, worker.stoppedAtEnd]).toEqual([true, [true]]);
    worker.wake();
    await pass(10 * EVERY_MS);
    expect(worker.begun).toBe(1);
  });

  it('stops during a pause without another round', async () => {
    const worker = await started();
    await worker.end();
    await worker.beforeApplicationShutdown();
    await pass(10 * EVERY_MS);
    expect(worker.begun).toBe(1);
  });
});
