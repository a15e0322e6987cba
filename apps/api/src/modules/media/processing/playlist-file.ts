export interface Segment {
  file: string;
  durationMs: number;
}

/** Segments of a playlist that ffmpeg wrote, in order. */
export function segmentsOf(playlist: string): Segment[] {
  const found = playlist.matchAll(/#EXTINF:([\d.]+),[^\n]*\n([^#\n]+)/g);
  return [...found].map(([, seconds = '', file = '']) => ({
    file: file.trim().split('/').at(-1) ?? '',
    durationMs: Math.round(Number(seconds) * 1000),
  }));
}

export const lengthOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, segment) => sum + segment.durationMs, 0);
