/** What a running clock is read from, in ms; a parameter so that tests need no waiting. */
export type Monotonic = () => number;

/**
 * The server's time as the client last heard it, carried on by a clock that nobody can turn (promise P5): the device's date and zone
 * change nothing.
 */
export class ServerClock {
  private base = { server: 0, at: 0 };
  private readonly monotonic: Monotonic;

  constructor(serverTime: string, monotonic: Monotonic = () => performance.now()) {
    this.monotonic = monotonic;
    this.sync(serverTime);
  }

  /** Takes over the time of an answer that has just arrived. */
  sync(serverTime: string): void {
    this.base = { server: Date.parse(serverTime), at: this.monotonic() };
  }

  /** The server's time now, ms since 1970. */
  now(): number {
    return this.base.server + (this.monotonic() - this.base.at);
  }

  /** ms until an instant, never below zero. */
  until(instant: string): number {
    return Math.max(0, Date.parse(instant) - this.now());
  }
}
