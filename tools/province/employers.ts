import { Random } from '../demo/random.ts';
import { uuidAt } from './ids.ts';

export interface WorldEmployer {
  id: string;
  parentId: string | null;
  name: string;
  code: string;
}

/** Where officials work: the offices of the province, and below each of them those of the counties. */
export class Employers {
  readonly all: WorldEmployer[] = [];
  readonly #above = new Map<string, string>();
  readonly #random = new Random(7_003);
  readonly #openedAt: number;

  constructor(openedAt: number) {
    this.#openedAt = openedAt;
  }

  /** @returns the id of a county's office */
  add(office: string, county: string, code: string): string {
    const above = this.#above.get(office) ?? this.#put(null, `南屏省${office}`, `S-${this.#above.size + 1}`);
    this.#above.set(office, above);
    return this.#put(above, `${county}${office}`, code);
  }

  #put(parentId: string | null, name: string, code: string): string {
    const id = uuidAt(this.#openedAt + this.all.length, this.#random);
    this.all.push({ id, parentId, name, code });
    return id;
  }
}
