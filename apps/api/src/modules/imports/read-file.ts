import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { Secrets } from '../../config/secrets.ts';
import { Pg } from '../../database/pg.ts';
import { Storage, uploadTraces } from '../media/index.ts';
import { PersonalNumbers } from '../people/index.ts';
import { noteProgress, setState, type Batch } from './batch.ts';
import { FileProblem } from './reading/file-problem.ts';
import { linesOf } from './reading/lines.ts';
import { tableRows, type FoundColumns, type TableRow } from './reading/table.ts';
import { staged, writeRows, type Staged } from './stage-rows.ts';

/** Rows read and sealed in one go, some tens of milliseconds: others are answered in between. */
const PART = 500;

/** Reads a file line by line into sealed rows. What a killed worker left is written again from the beginning. */
@Injectable()
export class ReadFile {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly numbers: PersonalNumbers,
    private readonly storage: Storage,
  ) {}

  /** @throws what is no fault of the file */
  async run(batch: Batch, signal: AbortSignal): Promise<void> {
    const key = batch.fileKey ?? '';
    const folder = await mkdtemp(join(tmpdir(), 'dangxiao-import-'));
    await this.pg.execute('delete from import_row where batch_id = $1', [batch.id]);
    try {
      const found = await this.stage(batch, await this.storage.localPath(key, folder), signal);
      await setState(this.pg, batch.id, ['reading'], 'checking', { now: this.clock.now(), ...found });
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      await this.pg.execute('delete from import_row where batch_id = $1', [batch.id]);
      await setState(this.pg, batch.id, ['reading'], 'rejected', { now: this.clock.now(), failure: error.findings });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    for (const trace of uploadTraces(key)) await this.storage.remove(trace);
    await this.pg.execute('update import_batch set file_key = null where id = $1', [batch.id]);
  }

  private async stage(batch: Batch, path: string, signal: AbortSignal): Promise<FoundColumns> {
    let found: FoundColumns = { columns: [], unread: [] };
    let done = 0;
    let part: TableRow[] = [];
    const means = {
      secrets: this.secrets,
      numbers: this.numbers,
      today: dayIn(this.config.zone, this.clock.now()),
    };
    let writing = Promise.resolve();
    const keep = async (rows: Staged[]) => {
      await writeRows(this.pg, batch.id, rows);
      done += rows.length;
      await noteProgress(this.pg, batch.id, done, 0);
    };
    // The database writes a part while the next one is read and sealed.
    const write = async () => {
      signal.throwIfAborted();
      const rows = part.map((row) => staged(batch.kind, row, means));
      part = [];
      await writing;
      writing = keep(rows);
      writing.catch(() => undefined);
    };
    try {
      for await (const row of tableRows(await linesOf(path), batch.kind, (header) => (found = header))) {
        part.push(row);
        if (part.length === PART) await write();
      }
      await write();
      await writing;
    } finally {
      // Nothing is written any more when the caller clears away what a bad file left.
      await Promise.allSettled([writing]);
    }
    return found;
  }
}
