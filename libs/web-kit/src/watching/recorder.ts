import type { Interval } from '@dangxiao/domain';

/** How far the position may be ahead of what the clock explains before it counts as a jump, ms. */
const slackMs = 2_000;

/**
 * Turns the player's positions into the segments that were played, in order, whole ms. Adjacent heartbeats meet exactly, so that the server sees
 * no hole between them.
 */
export class PlayRecorder {
  private done: Interval[] = [];
  private open: { from: number; at: number; heardAt: number } | null = null;
  private rate = 100;

  get playing(): boolean {
    return this.open !== null;
  }

  /** @param now a monotonic clock, ms. */
  begin(position: number, now: number): void {
    const at = Math.max(0, Math.floor(position));
    this.open = { from: at, at, heardAt: now };
  }

  /** The position moved on by playing; a jump that time does not explain starts a new segment. */
  move(position: number, now: number): void {
    if (!this.open) return;
    const at = Math.floor(position);
    const explained = ((now - this.open.heardAt) * this.rate) / 100 + slackMs;
    if (at < this.open.at || at - this.open.at > explained) {
      this.close();
      this.begin(at, now);
      return;
    }
    this.open.at = at;
    this.open.heardAt = now;
  }

  stop(position: number, now: number): void {
    this.move(position, now);
    this.close();
    this.open = null;
  }

  /** The position was moved by hand: what was played up to `from` is kept, playing goes on at `to`. */
  jump(from: number, to: number, now: number): void {
    if (!this.open) return;
    this.move(from, now);
    this.close();
    this.begin(to, now);
  }

  setRate(percent: number): void {
    this.rate = percent;
  }

  /** Hands over what was played since the last time; playing goes on from there. */
  take(): Interval[] {
    this.close();
    const taken = this.done;
    this.done = [];
    return taken;
  }

  private close(): void {
    if (!this.open) return;
    if (this.open.at > this.open.from) this.done.push([this.open.from, this.open.at]);
    this.open.from = this.open.at;
  }
}
