import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { PollingWorker } from '../../jobs/polling-worker.ts';
import { Endings } from './endings.ts';

const EVERY_MS = 1_000;
/** A deadline that passes while the database is away is found soon after it is back. */
const LONGEST_PAUSE_MS = 2_000;
const AT_ONCE = 4;
const BATCH = 400;

/**
 * Ends attempts at their deadline though nobody is online. Every process looks once a second at the index of open deadlines, so that no
 * worker's death, restart or full queue delays an ending, and processes that find the same attempt do no harm: its row lock decides, and the
 * second finds it ended. The finish recorded is the deadline whenever this comes by.
 */
@Injectable()
export class Closing extends PollingWorker {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly endings: Endings,
  ) {
    super({ runs: true, everyMs: EVERY_MS, longestPauseMs: LONGEST_PAUSE_MS, failure: 'Open deadlines were not read' });
  }

  async step(): Promise<boolean> {
    return (await this.sweep()) === BATCH;
  }

  /** Ends what is due now. @returns how many were found */
  async sweep(): Promise<number> {
    const due = await this.endings.due(this.pg, this.clock.now(), BATCH);
    const left = [...due];
    const work = async () => {
      for (let attempt = left.shift(); attempt && !this.stopped; attempt = left.shift()) await this.close(attempt);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return due.length;
  }

  /** One that fails must not keep the others from ending; it is found again in the next round. */
  private async close(attempt: { id: string; deadline: Date }): Promise<void> {
    try {
      await this.endings.endIfDue(attempt, this.clock.now());
    } catch (error) {
      this.logger.error(`Attempt ${attempt.id} could not be ended: ${String(error)}`);
    }
  }
}
