import { defineQueue } from '../../jobs/queues.ts';

export interface ExportJob {
  exportId: string;
}

/** A killed worker's job begins anew elsewhere; after so many tries it is given up. */
export const MOST_RUNS = 4;

export const exportQueue = defineQueue<ExportJob>({
  name: 'exports.make',
  retryLimit: MOST_RUNS,
  retryDelay: 2,
  expireInSeconds: 3600,
});
