/** Progress lines of the start: one per step, with its time when it took noticeably long. */
export function done(what: string, beganMs: number): void {
  const seconds = (performance.now() - beganMs) / 1000;
  console.log(`✓ ${what}${seconds >= 0.5 ? ` (${seconds.toFixed(1)} s)` : ''}`);
}

export function warn(line: string): void {
  console.warn(`! ${line}`);
}

/** A failure with a remedy: shown as its one line, never as a stack. */
export class StartProblem extends Error {}

/** A table with columns wide enough for Chinese, whose characters take two cells of a terminal. */
export function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => cells(row[column] ?? '')))) ?? [];
  return rows
    .map((row) =>
      `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - cells(cell) + 2)).join('')}`.trimEnd(),
    )
    .join('\n');
}

function cells(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffdc]/u.test(character) ? 2 : 1), 0);
}
