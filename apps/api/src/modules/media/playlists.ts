import type { Segment } from './processing/playlist-file.ts';

export interface RenditionRow {
  name: string;
  width: number | null;
  height: number | null;
  bandwidth: number;
  codecs: string;
  segments: Segment[];
}

const head = ['#EXTM3U', '#EXT-X-VERSION:3'];
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;

/** The master playlist: the best quality first, the sound alone last. Addresses are relative to it. */
export function masterPlaylist(renditions: readonly RenditionRow[]): string {
  const sorted = [...renditions].sort((a, b) => (b.height ?? 0) - (a.height ?? 0));
  const variants = sorted.flatMap(({ name, width, height, bandwidth, codecs }) => {
    const size = width && height ? `,RESOLUTION=${width}x${height}` : '';
    return [`#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth}${size},CODECS="${codecs}"`, `${name}.m3u8`];
  });
  return text([...head, '#EXT-X-INDEPENDENT-SEGMENTS', ...variants]);
}

/** The playlist of one rendition. Without an IV in the key's line it is the segment's sequence number, as the segments were encrypted. */
export function mediaPlaylist({ name, segments }: RenditionRow): string {
  const longest = Math.max(1, ...segments.map(({ durationMs }) => Math.ceil(durationMs / 1000)));
  return text([
    ...head,
    `#EXT-X-TARGETDURATION:${longest}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-KEY:METHOD=AES-128,URI="../key"',
    ...segments.flatMap(({ file, durationMs }) => [
      `#EXTINF:${(durationMs / 1000).toFixed(3)},`,
      `../segments/${name}/${file}`,
    ]),
    '#EXT-X-ENDLIST',
  ]);
}
