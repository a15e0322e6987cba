import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { Endings } from './endings.ts';

const EVERY_MS = 1_000;
const AT_ONCE = 4;
const BATCH = 400;

/**
 * Ends attempts at their deadline though nobody is online. Every process looks once a second at the index of open deadlines, so that no
 * worker's death, restart or full queue delays an ending, and processes that find the same attempt do no harm: its row lock decides, and the
 * second finds it ended. The finish recorded is the deadline whenever this comes by.
 */
@Injectable()
export class Closing implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Closing.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly endings: Endings,
  ) {}

  onApplicationBootstrap(): void {
    this.again(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
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

  private again(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.sweep().then(
        (found) => this.again(found === BATCH ? 0 : EVERY_MS),
        (error: unknown) => {
          this.logger.warn(`Open deadlines were not read: ${String(error)}`);
          this.again(EVERY_MS);
        },
      );
    }, ms);
    this.timer.unref();
  }
}
