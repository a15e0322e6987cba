import { Clock } from '../../apps/api/src/config/clock.ts';

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  private time: number;

  constructor(start = '2026-03-02T01:00:00.000Z') {
    super();
    this.time = Date.parse(start);
  }

  override now(): Date {
    return new Date(this.time);
  }

  advance(ms: number): void {
    this.time += ms;
  }

  set(instant: string): void {
    this.time = Date.parse(instant);
  }
}
