/** One media segment of a playlist: its file beside the playlist and its length. */
export type Segment = { file: string; durationMs: number };

/**
 * The segments of an HLS media playlist. Lengths are rounded along the running total, so that their sum is the
 * playlist's length to the millisecond.
 */
export function parsePlaylist(text: string): Segment[] {
  const segments: Segment[] = [];
  let seconds = 0;
  let beforeMs = 0;
  let pending: number | null = null;
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    const length = /^#EXTINF:([\d.]+)/.exec(line)?.[1];
    if (length !== undefined) pending = Number(length);
    else if (line !== '' && !line.startsWith('#') && pending !== null) {
      seconds += pending;
      const afterMs = Math.round(seconds * 1000);
      segments.push({ file: line, durationMs: afterMs - beforeMs });
      beforeMs = afterMs;
      pending = null;
    }
  }
  return segments;
}

/** The length of a playlist: the sum of its segments, in milliseconds. */
export const totalMs = (segments: Segment[]): number => segments.reduce((sum, segment) => sum + segment.durationMs, 0);
