import { dayIn } from '@dangxiao/domain';

const DAY_MS = 86_400_000;

/** The calendar of the province's years in the school's zone, worked out once: asking Intl for each of millions of rows takes minutes. */
export class Days {
  /** Instants at which the days begin. */
  readonly #starts: number[] = [];
  readonly #names: string[] = [];

  constructor(zone: string, fromMs: number, untilMs: number) {
    for (let at = fromMs - 2 * DAY_MS; at < untilMs + 3 * DAY_MS; at += DAY_MS) {
      const name = dayIn(zone, new Date(at));
      if (name === this.#names.at(-1)) continue;
      this.#names.push(name);
      this.#starts.push(startOf(zone, name, at));
    }
  }

  /** Index of the day of an instant. */
  indexOf(ms: number): number {
    let index = Math.floor((ms - (this.#starts[0] ?? 0)) / DAY_MS);
    while (index + 1 < this.#starts.length && ms >= (this.#starts[index + 1] ?? 0)) index += 1;
    while (index > 0 && ms < (this.#starts[index] ?? 0)) index -= 1;
    return index;
  }

  start(index: number): number {
    const start = this.#starts[index];
    if (start === undefined) throw new RangeError(`The calendar has no day ${index}`);
    return start;
  }

  name(index: number): string {
    return this.#names[index] ?? '';
  }

  nameAt(ms: number): string {
    return this.name(this.indexOf(ms));
  }

  yearAt(ms: number): number {
    return Number(this.nameAt(ms).slice(0, 4));
  }
}

/** The first instant of a day: halving between one of the day and one of the day before. */
function startOf(zone: string, name: string, within: number): number {
  let [before, after] = [within - 2 * DAY_MS, within];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(zone, new Date(middle)) < name) before = middle;
    else after = middle;
  }
  return after;
}
