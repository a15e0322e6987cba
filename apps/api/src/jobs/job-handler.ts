import { SetMetadata } from '@nestjs/common';
import type { JobQueue } from './queues.ts';

export const JOB_QUEUE = 'dangxiao:queue';

/** One attempt at a job. `signal` aborts when the job expired or the process stops; the job then runs again elsewhere. */
export interface JobCall<Data extends object> {
  id: string;
  data: Data;
  signal: AbortSignal;
}

export interface JobWorker<Data extends object> {
  run(call: JobCall<Data>): Promise<void>;
}

/**
 * Binds a provider to a queue: listed in its area's `providers`, it is run by processes with ROLE=jobs or all. A job may run more than once
 * (a worker was killed after its last write), so `run` must be idempotent. A throw makes it be retried.
 */
export function HandlesJob<Data extends object>(queue: JobQueue<Data>) {
  return (target: new (...args: never[]) => JobWorker<Data>): void => {
    SetMetadata(JOB_QUEUE, queue)(target);
  };
}
