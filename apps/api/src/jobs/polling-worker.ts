import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

const LONGEST_PAUSE_MS = 30_000;

export interface Polling {
  /** Does this process do the work? Usually `config.runsJobs`. */
  runs: boolean;
  /** The pause between two rounds, in milliseconds. */
  everyMs: number;
  /** The longest pause after failures, in milliseconds. */
  longestPauseMs?: number;
  /** What did not happen when a round fails, e.g. `Emails were not sent`. */
  failure: string;
}

/**
 * Does its work round after round from the end of boot until the process stops. Two rounds never overlap. After a failure it pauses longer each
 * time, by chance a little less, so that the processes do not come back to a sick database together. A stop waits for the round under way.
 */
export abstract class PollingWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  protected readonly logger = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> | undefined;
  private woken = false;
  private failures = 0;
  private ended = false;

  constructor(private readonly polling: Polling) {}

  /** One round. @returns whether there may be more to do at once */
  abstract step(): Promise<boolean>;

  onApplicationBootstrap(): void {
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    await this.turn;
  }

  /** There is something to do: the next round begins at once, or as soon as the one under way is over. */
  wake(): void {
    if (this.turn) this.woken = true;
    else this.after(0);
  }

  /** A long round asks, and ends early. */
  protected get stopped(): boolean {
    return this.ended;
  }

  private after(ms: number): void {
    if (this.ended || !this.polling.runs) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.turn = this.take().then((pause) => {
        this.turn = undefined;
        this.after(pause);
      });
    }, ms);
    this.timer.unref();
  }

  /** @returns the pause before the next round */
  private async take(): Promise<number> {
    this.woken = false;
    try {
      const more = await this.step();
      this.failures = 0;
      return more || this.woken ? 0 : this.polling.everyMs;
    } catch (error) {
      this.logger.warn(`${this.polling.failure}: ${String(error)}`);
      this.failures += 1;
      const { everyMs, longestPauseMs = LONGEST_PAUSE_MS } = this.polling;
      const longest = Math.max(everyMs, Math.min(everyMs * 2 ** (this.failures - 1), longestPauseMs));
      return longest * (1 - Math.random() / 4);
    }
  }
}
