import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.ts';
import { Config } from '../../../config/config.ts';
import { Pg } from '../../../database/pg.ts';
import { HandlesJob, type JobWorker } from '../../../jobs/job-handler.ts';
import { defineQueue } from '../../../jobs/queues.ts';
import { UPLOAD_LIFE_MS, uploadStore } from './upload-store.ts';

const expireUploads = defineQueue({ name: 'media.expire-uploads', cron: '20 3 * * *' });

/** Every night removes uploads that nobody finished or claimed within a week. */
@Injectable()
@HandlesJob(expireUploads)
export class ExpireUploads implements JobWorker<object> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    const store = uploadStore(this.config);
    const before = new Date(this.clock.now().getTime() - UPLOAD_LIFE_MS);
    const sql = 'select id from upload where claimed_at is null and created_at < $1';
    for (const { id } of await this.pg.query<{ id: string }>(sql, [before])) {
      // the row goes first: from then on nobody can write to the upload or claim it
      const gone =
        'delete from upload where id = $1 and claimed_at is null and (locked_until is null or locked_until < now())';
      if ((await this.pg.execute(gone, [id])) > 0) await store.remove(id).catch(() => undefined);
    }
  }
}
