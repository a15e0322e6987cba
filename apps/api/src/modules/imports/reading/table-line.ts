import type { FileProblem } from './file-problem.ts';

export const MOST_COLUMNS = 60;

/** A line of a table, numbered as table programs show it. */
export interface Line {
  row: number;
  cells: string[];
  /** What stands against reading a cell, by its place; of no account where nobody reads it. */
  faults?: ReadonlyMap<number, FileProblem>;
}
/** Cells that are one, told after all lines: "A2:A5". */
export interface Merged {
  merged: string;
}
export type Lines = AsyncGenerator<Line | Merged, void, undefined>;
