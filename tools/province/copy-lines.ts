const FIRST = 65_536;

/** Rows of one table in the text form of COPY, written into one growing buffer. */
export class CopyLines {
  #bytes = Buffer.allocUnsafe(FIRST);
  #used = 0;
  rows = 0;

  add(...values: readonly Value[]): void {
    let line = written(values[0]);
    for (let index = 1; index < values.length; index += 1) line += `\t${written(values[index])}`;
    line += '\n';
    if (this.#used + 3 * line.length > this.#bytes.length) this.#grow(3 * line.length);
    this.#used += this.#bytes.write(line, this.#used);
    this.rows += 1;
  }

  /** A copy of what was written. */
  take(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes.subarray(0, this.#used));
  }

  clear(): void {
    this.#used = 0;
    this.rows = 0;
  }

  #grow(least: number): void {
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#bytes.length + least));
    this.#bytes.copy(larger, 0, 0, this.#used);
    this.#bytes = larger;
  }
}

export type Value = string | number | boolean | null | undefined;

const SPECIAL = /[\\\t\n\r]/;

function written(value: Value): string {
  if (typeof value === 'string') return SPECIAL.test(value) ? escaped(value) : value;
  return value === null || value === undefined ? '\\N' : String(value);
}

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');

const DAY_MS = 86_400_000;
const days = new Map<number, string>();
const two = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
const three = Array.from({ length: 1000 }, (_, value) => String(value).padStart(3, '0'));

/** An instant as `toISOString` writes it, only quicker: the days of the province are few. */
export function at(ms: number): string {
  const whole = Math.floor(ms);
  const day = Math.floor(whole / DAY_MS);
  let date = days.get(day);
  if (date === undefined) {
    date = new Date(day * DAY_MS).toISOString().slice(0, 11);
    days.set(day, date);
  }
  const rest = whole - day * DAY_MS;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${date}${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}:${two[seconds % 60]}.${three[rest % 1000]}Z`;
}
