import { defineQueue } from '../../../jobs/queues.ts';

export interface TranscodeJob {
  mediaId: string;
  /** Of the lecture when the job was enqueued: a job of an earlier attempt does nothing. */
  attempt: number;
}

/** Times that a lecture is begun by itself before its work counts as failed. */
export const MOST_RUNS = 4;

export const transcodeQueue = defineQueue<TranscodeJob>({
  name: 'media.transcode',
  retryLimit: MOST_RUNS + 1,
  retryDelay: 2,
  expireInSeconds: 6 * 3_600,
});
