import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Part, VerifyPeople } from './verify.ts';

interface Helper {
  worker: Worker;
  /** Settles when it has nothing to do. */
  idle: Promise<unknown>;
}

/** Threads that verify people in the state of one snapshot, each with a connection of its own; the parts are given out in turn. */
export function startHelpers(
  url: string,
  snapshot: string,
  count: number,
): { verify: VerifyPeople; end(): Promise<void> } {
  const helpers = Array.from({ length: count }, (): Helper => {
    const worker = new Worker(path.join(import.meta.dirname, 'worker.ts'), {
      workerData: { url, snapshot },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    return { worker, idle: Promise.resolve() };
  });
  let turn = 0;
  const verify: VerifyPeople = (ids) => {
    const helper = helpers[(turn += 1) % count] as Helper;
    const part = helper.idle.then(() => partOf(helper.worker, ids));
    helper.idle = part.catch(() => undefined);
    return part;
  };
  const end = async () => {
    for (const { worker } of helpers) worker.postMessage(null);
    await Promise.all(helpers.map(({ worker }) => once(worker, 'exit')));
  };
  return { verify, end };
}

async function partOf(worker: Worker, ids: readonly string[]): Promise<Part> {
  const answered = once(worker, 'message') as Promise<[{ part?: Part; error?: string }]>;
  worker.postMessage(ids);
  const [{ part, error }] = await answered;
  if (!part) throw new Error(error);
  return part;
}
