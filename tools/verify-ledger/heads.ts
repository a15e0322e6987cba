import { createHash, type Hash } from 'node:crypto';

/** The entries of one person as anchors see them, in the order of their ledger numbers. */
export interface Chain {
  personId: string;
  /** When each was recorded, in ms. */
  recordedAt: readonly number[];
  hashes: readonly string[];
}

const BUFFER = 65_536;

/**
 * How all chains stood at many instants, from one pass over the people in the order of their ids: the same as `headsBefore` for each instant,
 * which reads the whole ledger each time. Memory is that of the instants.
 */
export class HeadsAt {
  readonly #untils: readonly number[];
  readonly #entries: number[];
  readonly #hashes: Hash[];
  readonly #buffers: Buffer[];
  readonly #used: number[];

  /** @param untils ascending, in ms; entries recorded before each are meant */
  constructor(untils: readonly number[]) {
    this.#untils = untils;
    this.#entries = untils.map(() => 0);
    this.#hashes = untils.map(() => createHash('sha256'));
    this.#buffers = untils.map(() => Buffer.allocUnsafe(BUFFER));
    this.#used = untils.map(() => 0);
  }

  add({ personId, recordedAt, hashes }: Chain): void {
    const last: number[] = [];
    for (const [index, at] of recordedAt.entries()) {
      const from = this.#firstAfter(at);
      if (from === this.#untils.length) continue;
      last[from] = index;
      this.#entries[from] = (this.#entries[from] ?? 0) + 1;
    }
    let head = -1;
    let line: Buffer | undefined;
    for (let place = 0; place < this.#untils.length; place += 1) {
      const newer = last[place];
      if (newer !== undefined && newer > head) {
        head = newer;
        line = Buffer.from(`${personId}:${head + 1}:${hashes[head]}\n`, 'latin1');
      }
      if (line) this.#append(place, line);
    }
  }

  /** For each instant the number of entries, and one hash over the last of each person. */
  results(): { entries: number; headsHash: string }[] {
    let entries = 0;
    return this.#untils.map((_, place) => {
      this.#flush(place);
      entries += this.#entries[place] ?? 0;
      return { entries, headsHash: this.#hashes[place]?.digest('hex') ?? '' };
    });
  }

  /** Place of the first instant that is later; the number of instants when none is. */
  #firstAfter(at: number): number {
    let [low, high] = [0, this.#untils.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#untils[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #append(place: number, line: Buffer): void {
    if ((this.#used[place] ?? 0) + line.length > BUFFER) this.#flush(place);
    const used = this.#used[place] ?? 0;
    this.#buffers[place]?.set(line, used);
    this.#used[place] = used + line.length;
  }

  #flush(place: number): void {
    this.#hashes[place]?.update((this.#buffers[place] as Buffer).subarray(0, this.#used[place]));
    this.#used[place] = 0;
  }
}
