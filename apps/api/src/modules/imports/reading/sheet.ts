import { columnLetters, columnNumber, FileProblem } from './file-problem.ts';
import { MOST_COLUMNS, type Line, type Merged } from './table-line.ts';
import type { XmlHandler } from './xml.ts';

const MOST_ROWS = 1_048_576;
const MOST_MERGED = 1_000;

/** Collects the lines of a sheet. Formulas and their errors are faults of their cells: only their maker knows what they should have said. */
export class SheetParser implements XmlHandler {
  readonly ready: (Line | Merged)[] = [];
  private row = 0;
  private column = 0;
  private cells: string[] = [];
  private faults: Map<number, FileProblem> | undefined;
  private type = '';
  private value = '';
  private inValue = false;
  private aside = false;
  private merged = 0;

  constructor(private readonly strings: readonly string[]) {}

  open(tag: string, attributes: Record<string, string>): void {
    if (tag === 'v' || tag === 't') this.inValue = !this.aside;
    else if (tag === 'c') this.beginCell(attributes);
    else if (tag === 'row') this.beginRow(Number(attributes.r ?? this.row + 1));
    else if (tag === 'f') this.fault(new FileProblem('formula', { cell: this.name() }));
    else if (tag === 'rPh') this.aside = true;
    else if (tag === 'mergeCell' && (this.merged += 1) <= MOST_MERGED)
      this.ready.push({ merged: attributes.ref ?? '' });
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't') this.inValue = false;
    else if (tag === 'rPh') this.aside = false;
    else if (tag === 'c') this.endCell();
    else if (tag === 'row') this.endRow();
  }

  private beginRow(row: number): void {
    if (!(row > this.row && row <= MOST_ROWS)) throw new FileProblem('file_broken');
    this.row = row;
    this.column = 0;
    this.cells = [];
    this.faults = undefined;
  }

  private endRow(): void {
    const { row, cells, faults } = this;
    this.ready.push(faults ? { row, cells, faults } : { row, cells });
  }

  private beginCell({ r = '', t = '' }: Record<string, string>): void {
    const column = r === '' ? this.column + 1 : columnNumber(r);
    if (column <= this.column) throw new FileProblem('file_broken');
    this.column = column;
    this.type = t;
    this.value = '';
  }

  private endCell(): void {
    const text = this.type === 's' ? (this.strings[Number(this.value)] ?? '') : this.value;
    if (text === '') return;
    if (this.type === 'e') this.fault(new FileProblem('cell_error', { cell: this.name(), text }));
    if (this.column > MOST_COLUMNS) throw new FileProblem('too_many_columns', { row: this.row, maximum: MOST_COLUMNS });
    while (this.cells.length < this.column - 1) this.cells.push('');
    this.cells.push(text);
  }

  /** The first of a cell is told. */
  private fault(problem: FileProblem): void {
    const place = this.column - 1;
    this.faults ??= new Map();
    if (!this.faults.has(place)) this.faults.set(place, problem);
  }

  private name(): string {
    return `${columnLetters(this.column)}${this.row}`;
  }
}
