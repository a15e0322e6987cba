import type { Figures, Result } from './types.ts';

const cells = (figures: Figures | null) =>
  figures
    ? `${String(figures.perSecond).padStart(7)} ${figures.p50Ms.toFixed(1).padStart(8)} ${figures.p99Ms.toFixed(1).padStart(8)} ${String(figures.errors).padStart(6)}`
    : ''.padStart(32);

export const header = [
  `${''.padEnd(14)}${'ours'.padStart(7)} ${'p50 ms'.padStart(8)} ${'p99 ms'.padStart(8)} ${'errors'.padStart(6)}`,
  `${'bare'.padStart(7)} ${'p50 ms'.padStart(8)} ${'p99 ms'.padStart(8)} ${'errors'.padStart(6)}  ratio  goal`,
].join('  ');

/** Requests per second and times of both sides, the ratio, the goal. */
export function lineOf({ name, ours, reference, ratio, goal, ok }: Result): string {
  const compared = ratio === null ? '     ' : ratio.toFixed(2).padStart(5);
  return `${name.padEnd(14)}${cells(ours)}  ${cells(reference)}  ${compared}  ${ok ? '✓' : '✖'} ${goal}`;
}
