export const MOST_COLUMNS = 60;

/** A line of a table, numbered as table programs show it. */
export interface Line {
  row: number;
  cells: string[];
}
/** Cells that are one, told after all lines: "A2:A5". */
export interface Merged {
  merged: string;
}
export type Lines = AsyncGenerator<Line | Merged, void, undefined>;
