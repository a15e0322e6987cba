/** A worker that stays silent this long is taken for dead, and its job runs again. */
export const HEARTBEAT_SECONDS = 20;

/** A queue: its name, what its jobs carry, and how they are retried. */
export interface JobQueue<Data extends object = object> {
  name: string;
  /** Tries after the first failure. */
  retryLimit: number;
  /** Seconds before the first retry; doubles each time. */
  retryDelay: number;
  /** A job running longer than this is taken for dead even if its worker still answers. */
  expireInSeconds: number;
  /** Jobs of this queue worked on at a time by one process. */
  concurrency: number;
  /** Cron in the school's zone, for work that recurs. */
  cron?: string;
  /** Never present; carries the type of the data. */
  data?: Data;
}

const declared = new Map<string, JobQueue>();

/**
 * Declares a queue, at module level beside its handler:
 * `export const transcode = defineQueue<{ mediaId: string }>({ name: 'media.transcode' })`.
 */
export function defineQueue<Data extends object>(
  queue: { name: string } & Partial<Omit<JobQueue, 'data'>>,
): JobQueue<Data> {
  const row = { retryLimit: 5, retryDelay: 5, expireInSeconds: 900, concurrency: 1, ...queue };
  if (declared.has(row.name)) throw new Error(`Two queues are named ${row.name}`);
  declared.set(row.name, row);
  return row;
}

export const declaredQueues = (): readonly JobQueue[] => [...declared.values()];
