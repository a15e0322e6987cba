import type { media, ResponseOf } from '@dangxiao/contracts';
import type { Sql } from '../../../database/sql.ts';
import type { UnitOfWork } from '../../../database/unit-of-work.ts';
import type { Media } from '../entities/media.ts';
import type { Container } from './containers.ts';
import type { FailureCode } from './failure.ts';
import { MOST_RUNS, type TranscodeJob } from './queue.ts';

type Step = ResponseOf<typeof media.getMedia>['step'];

/** The lecture was deleted or begun again by somebody else: whoever holds this has nothing left to do. */
export class RunSuperseded extends Error {}

interface Begun {
  mediaId: string;
  sourceKey: string;
  container: Container;
  key: Buffer;
  runs: number;
}

interface Finished {
  durationMs: number;
  width: number;
  height: number;
  posterKey: string;
  thumbnails: Media['thumbnails'];
}

const WRITE_EVERY_MS = 1_000;
const mine = `id = $1 and attempt = $2 and runs = $3 and state = 'processing'`;

/** The state of one run at a lecture, as administrators see it. Every write makes sure that the run is still the one that counts. */
export class TranscodeRun {
  readonly lastTry: boolean;
  private written = 0;
  private shown = 0;

  private constructor(
    private readonly uow: UnitOfWork,
    private readonly attempt: number,
    readonly source: Begun,
  ) {
    this.lastTry = source.runs >= MOST_RUNS;
  }

  /** Starts a run; null when there is nothing to do: deleted, ready, begun again by hand, or broken off too often. */
  static async begin(uow: UnitOfWork, { mediaId, attempt }: TranscodeJob): Promise<TranscodeRun | null> {
    return uow.run(async (tx) => {
      const row = await tx.one<Begun>(
        `update media set state = 'processing', step = 'probing', progress = 0, runs = runs + 1
         where id = $1 and attempt = $2 and state in ('uploaded', 'processing')
         returning id as "mediaId", source_key as "sourceKey", source_container as container, encryption_key as key, runs`,
        [mediaId, attempt],
      );
      if (!row) return null;
      const work = new TranscodeRun(uow, attempt, row);
      if (row.runs <= MOST_RUNS) return work;
      await work.failIn(tx, 'unknown', 'interrupted again and again');
      return null;
    });
  }

  async step(step: Step, progress: number): Promise<void> {
    this.shown = progress;
    this.written = Date.now();
    const found = await this.write('step = $4, progress = $5', [step, progress]);
    if (!found) throw new RunSuperseded();
  }

  /** Shows progress, at most once a second and never backwards; a lost write does not matter. */
  progress(percent: number): void {
    if (percent <= this.shown || Date.now() - this.written < WRITE_EVERY_MS) return;
    this.shown = percent;
    this.written = Date.now();
    void this.write('progress = $4', [percent]).catch(() => undefined);
  }

  fail(code: FailureCode, detail: string): Promise<void> {
    return this.uow.run((tx) => this.failIn(tx, code, detail));
  }

  /** @throws RunSuperseded */
  async finish(tx: Sql, { durationMs, width, height, posterKey, thumbnails }: Finished): Promise<void> {
    const done = await tx.execute(
      `update media set state = 'ready', step = 'done', progress = 100, failure_code = null, failure_detail = null,
         duration_ms = $4, width = $5, height = $6, poster_key = $7, thumbnails = $8 where ${mine}`,
      [...this.identity, durationMs, width, height, posterKey, JSON.stringify(thumbnails)],
    );
    if (done === 0) throw new RunSuperseded();
  }

  private get identity() {
    return [this.source.mediaId, this.attempt, this.source.runs];
  }

  private async failIn(tx: Sql, code: FailureCode, detail: string): Promise<void> {
    const set = `state = 'failed', failure_code = $4, failure_detail = $5`;
    await tx.execute(`update media set ${set} where ${mine}`, [...this.identity, code, detail]);
  }

  private async write(set: string, values: unknown[]): Promise<boolean> {
    const sql = `update media set ${set} where ${mine}`;
    return this.uow.run(async (tx) => (await tx.execute(sql, [...this.identity, ...values])) > 0);
  }
}
