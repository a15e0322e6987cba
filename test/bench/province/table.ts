import type { ProvinceFigures, Row } from './types.ts';

const units = {
  seconds: ' s',
  p50Ms: ' ms p50',
  p95Ms: ' ms p95',
  p99Ms: ' ms p99',
  memoryMb: ' MB',
  perSecond: ' / s',
} as const;

function text(figures: ProvinceFigures | null): string {
  if (!figures) return '';
  const parts = Object.entries(units).flatMap(([key, unit]) => {
    const value = figures[key as keyof typeof units];
    return value === undefined ? [] : [`${value}${unit}`];
  });
  return parts.concat(figures.errors ? [`${figures.errors} errors`] : []).join(', ');
}

export const provinceHeader = `${''.padEnd(76)}${'100,000 people'.padEnd(32)}${'10,000 people'.padEnd(32)}growth  goal`;

export function provinceLine({ name, ours, reference, ratio, goal, ok }: Row): string {
  const growth = (ratio === null ? '' : ratio.toFixed(2)).padStart(6);
  return `${name.padEnd(76)}${text(ours).padEnd(32)}${text(reference).padEnd(32)}${growth}  ${ok ? '✓' : '✖'} ${goal}`;
}
