import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { HandlesJob, type JobCall, type JobWorker } from '../../jobs/job-handler.ts';
import { Apply } from './applying/apply.ts';
import { countRows, findBatch, importQueue, setState, type ImportJobData } from './batch.ts';
import { check } from './checking/check.ts';
import { ReadFile } from './read-file.ts';

/** Does with a batch what its state asks for. Each step may be repeated: a batch that is past it is left alone. */
@Injectable()
@HandlesJob(importQueue)
export class ImportJob implements JobWorker<ImportJobData> {
  constructor(
    private readonly pg: Pg,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly read: ReadFile,
    private readonly apply: Apply,
  ) {}

  async run({ data, signal }: JobCall<ImportJobData>): Promise<void> {
    const { batchId, by } = data;
    const batch = await findBatch(this.pg, batchId);
    if (batch?.state === 'reading') await this.read.run(batch, signal);
    if (batch?.state === 'committing') await this.apply.commit(batchId, by);
    if (batch?.state === 'undoing') await this.apply.undo(batchId, by);
    await this.check(batchId);
  }

  /** After reading, when asked for, and when an import found the school changed. */
  private async check(batchId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const batch = await findBatch(tx, batchId, 'for update of b');
      if (batch?.state !== 'checking') return;
      await tx.execute(`set local statement_timeout = '180s'`);
      await check(tx, batch, this.pg);
      const counts = await countRows(tx, batchId);
      await setState(tx, batchId, ['checking'], 'checked', { now: this.clock.now(), counts });
    });
  }
}
