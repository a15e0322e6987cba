import type { Source } from './probe.ts';

/** One quality to make. */
export interface Quality {
  name: string;
  width: number;
  height: number;
  /** Video bits per second at most. */
  bitrate: number;
}

const steps = [
  { lines: 720, bitrate: 2_200_000 },
  { lines: 360, bitrate: 700_000 },
] as const;
const even = (length: number) => Math.max(2, 2 * Math.floor(length / 2));

/** 720p and 360p where the source has that many lines on its shorter side, never above it; a smaller source keeps its own size. */
export function qualitiesOf({ width, height }: Pick<Source, 'width' | 'height'>): Quality[] {
  const shorter = Math.min(width, height);
  const scaled = (lines: number, bitrate: number): Quality => ({
    name: `${lines}p`,
    width: even((width * lines) / shorter),
    height: even((height * lines) / shorter),
    bitrate,
  });
  const fitting = steps.filter(({ lines }) => lines <= shorter).map(({ lines, bitrate }) => scaled(lines, bitrate));
  return fitting.length > 0 ? fitting : [scaled(even(shorter), steps[1].bitrate)];
}
