/** Waiting times of tries that failed for a passing reason: doubling from one second to half a minute. */
export class Retry {
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly again: () => void;

  constructor(again: () => void) {
    this.again = again;
  }

  get waiting(): boolean {
    return this.timer !== null;
  }

  /** Calls `again` after the next waiting time. */
  later(): void {
    this.cancel();
    const wait = Math.min(1_000 * 2 ** this.failures, 30_000);
    this.failures += 1;
    this.timer = setTimeout(() => this.now(), wait);
  }

  /** Calls `again` at once, e.g. because the network came back. */
  now(): void {
    this.cancel();
    this.again();
  }

  succeeded(): void {
    this.failures = 0;
    this.cancel();
  }

  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
