import { readHeader, type Header, type ImportCells, type ImportColumn, type ImportKind } from '@dangxiao/domain';
import { columnLetters, FileProblem, type Finding } from './file-problem.ts';
import type { Line, Lines } from './table-line.ts';

const MOST_ROWS: Readonly<Record<ImportKind, number>> = { organizations: 20_000, people: 200_000 };
const HEADER_WITHIN = 10;
const LONGEST_CELL = 300;

export interface FoundColumns {
  columns: ImportColumn[];
  /** Headings that are none of ours. */
  unread: string[];
}

export interface TableRow {
  row: number;
  cells: ImportCells;
}

function findings({ problems }: Header, row: number): Finding[] {
  return problems.map((problem): Finding => {
    const { code, name } = problem;
    if (code === 'column_missing') return { code, params: { row, column: name } };
    const at = { row, column: columnLetters(problem.column), name: name.slice(0, 60) };
    return { code, params: { ...at, first: columnLetters(problem.first) } };
  });
}

/** The rows that templates show how to fill in are passed over. */
const isExample = (cells: readonly string[]) =>
  /^(?:示例|example)/i.test((cells.find((cell) => cell !== '') ?? '').trim());

function rowOf({ row, cells, faults }: Line, { columns, unread }: Header): TableRow {
  const named: ImportCells = {};
  const isUnread = (place: number) => unread.some(({ column }) => column === place + 1);
  for (const [place, fault] of faults ?? []) if (!isUnread(place)) throw fault;
  for (const [place, text] of cells.entries()) {
    if (text.trim() === '' || isUnread(place)) continue;
    const cell = `${columnLetters(place + 1)}${row}`;
    const column = columns[place];
    if (!column) throw new FileProblem('column_without_heading', { cell, column: columnLetters(place + 1) });
    if (text.startsWith('=')) throw new FileProblem('formula', { cell });
    // PostgreSQL keeps no such character
    if (text.includes('\0')) throw new FileProblem('cell_unreadable', { cell });
    if (text.length > LONGEST_CELL) throw new FileProblem('cell_too_long', { cell, maximum: LONGEST_CELL });
    named[column] = text;
  }
  return { row, cells: named };
}

/** Headings are kept readable: whoever wrote a number there does not find it here. */
const headingsOf = ({ unread }: Header) => unread.map(({ name }) => name.replace(/\d{8,}/g, '…').slice(0, 60));

function lastRowOf(range: string): number {
  return Number(/(\d+)$/.exec(range)?.[1] ?? Number.MAX_SAFE_INTEGER);
}

/**
 * The rows of a table, its cells by column. A title may stand above the headings; merged cells there are harmless, below them they are not.
 * @param onHeader told which columns the file has, and which of them are not read
 * @throws FileProblem
 */
export async function* tableRows(
  lines: Lines,
  kind: ImportKind,
  onHeader: (found: FoundColumns) => void,
): AsyncGenerator<TableRow, void, undefined> {
  let header: (Header & { row: number }) | undefined;
  let found = 0;
  for await (const line of lines) {
    if ('merged' in line) {
      if (header && lastRowOf(line.merged) >= header.row) throw new FileProblem('merged', { range: line.merged });
      continue;
    }
    if (!line.faults && line.cells.every((cell) => cell.trim() === '')) continue;
    if (!header) {
      const read = readHeader(kind, line.cells);
      if (read && read.problems.length > 0) throw new FileProblem(findings(read, line.row));
      if (read) {
        header = { ...read, row: line.row };
        onHeader({ columns: read.columns.filter((column) => column !== null), unread: headingsOf(read) });
      } else if (line.row > HEADER_WITHIN) break;
      continue;
    }
    if (isExample(line.cells)) continue;
    found += 1;
    if (found > MOST_ROWS[kind]) throw new FileProblem('too_many_rows', { maximum: MOST_ROWS[kind] });
    yield rowOf(line, header);
  }
  if (!header) throw new FileProblem('header_missing');
  if (found === 0) throw new FileProblem('no_rows', { row: header.row });
}
