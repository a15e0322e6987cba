interface OfPerson {
  personId: string;
}

const PAGE = 5_000;

/**
 * Rows of a table person by person, read page by page along its key, so that memory is that of one page and one person.
 * `of` must be called with ascending ids.
 */
export class PeopleRows<Row extends OfPerson> {
  readonly #next: () => Promise<Row[]>;
  #page: Row[] = [];
  #place = 0;
  #over = false;

  /** @param page the page after a row, the first without one; shorter than its limit when it is the last */
  constructor(page: (after: Row | null, limit: number) => Promise<Row[]>) {
    this.#next = () => page(this.#page.at(-1) ?? null, PAGE);
  }

  async of(personId: string): Promise<Row[]> {
    const rows: Row[] = [];
    for (let row = await this.#peek(); row && row.personId <= personId; row = await this.#peek()) {
      if (row.personId === personId) rows.push(row);
      this.#place += 1;
    }
    return rows;
  }

  async #peek(): Promise<Row | undefined> {
    if (this.#place >= this.#page.length && !this.#over) {
      this.#page = await this.#next();
      this.#place = 0;
      this.#over = this.#page.length < PAGE;
    }
    return this.#page[this.#place];
  }
}

/** Begins before every row of a person: no id and no number is that small. */
export const NIL = '00000000-0000-0000-0000-000000000000';
