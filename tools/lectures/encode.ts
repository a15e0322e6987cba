import { mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Segment } from './playlist.ts';
import { parsePlaylist } from './playlist.ts';
import { run } from './programs.ts';
import { pictureOf } from './render.ts';
import { SAMPLE_RATE } from './speech.ts';
import type { Timeline } from './timeline.ts';
import { FRAME_RATE, shotAt } from './timeline.ts';

const SEGMENT_SECONDS = 6;
const THUMBS = { tileWidth: 160, tileHeight: 90, columns: 5, intervalMs: 10_000 } as const;

export type Rendition = {
  name: string;
  height: number | null;
  width: number | null;
  /** Bits per second of the largest segment. */
  bandwidth: number;
  segments: Segment[];
};
export type Thumbs = { columns: number; rows: number; tileWidth: number; tileHeight: number; intervalMs: number };

/** Same input, same bytes: no dates, no program names, one thread. */
const QUIET = ['-hide_banner', '-loglevel', 'error', '-y'];
const EXACT = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'];

const VIDEO = [
  ...['-vf', 'scale=640:360:flags=lanczos,format=yuv420p', '-c:v', 'libx264', '-profile:v', 'main', '-threads', '1'],
  ...['-preset', 'veryslow', '-tune', 'stillimage', '-crf', '28', '-bf', '0', '-sc_threshold', '0'],
  ...['-x264-params', 'ipratio=1.2:qcomp=0.8'],
  ...['-g', String(SEGMENT_SECONDS * FRAME_RATE), '-keyint_min', String(SEGMENT_SECONDS * FRAME_RATE)],
];
/** The low cut takes the voice's rumble away, the high one its hiss. */
const AUDIO = [
  '-af',
  'highpass=f=90,lowpass=f=7500',
  '-c:a',
  'aac',
  '-b:a',
  '20k',
  '-ac',
  '1',
  '-ar',
  String(SAMPLE_RATE),
];

/** The AAC encoder begins with one frame of 1024 samples that is not ours; without this the picture would begin after the sound. */
const DELAY = ['-itsoffset', (1024 / SAMPLE_RATE).toFixed(6)];

/** Tables and clock references are wanted once per segment, not ten times a second: that saves a third of the bytes. */
const TRANSPORT = 'pat_period=10:sdt_period=10:pcr_period=200';

function hls(folder: string): string[] {
  return [
    ...['-f', 'hls', '-hls_time', String(SEGMENT_SECONDS), '-hls_playlist_type', 'vod'],
    ...['-hls_flags', 'independent_segments', '-hls_segment_options', TRANSPORT],
    ...['-hls_segment_filename', join(folder, '%03d.ts'), join(folder, 'index.m3u8')],
  ];
}

/** One link per picture, numbered, so that ffmpeg reads them as a film. */
async function film(folder: string, pictures: string[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [index, picture] of pictures.entries())
    await symlink(picture, join(folder, `${String(index).padStart(5, '0')}.png`));
  return join(folder, '%05d.png');
}

/** Encodes the renditions of a lecture below `out`: `360p` (picture and sound) and `audio`. */
export async function encode(timeline: Timeline, pictures: string, track: string, work: string, out: string) {
  const count = Math.round((timeline.durationMs / 1000) * FRAME_RATE);
  const frames = Array.from({ length: count }, (_, index) =>
    pictureOf(pictures, shotAt(timeline.shots, (index * 1000) / FRAME_RATE)),
  );
  const images = ['-framerate', String(FRAME_RATE), '-i', await film(join(work, 'frames'), frames)];
  const [both, sound] = [join(out, '360p'), join(out, 'audio')];
  await Promise.all([mkdir(both, { recursive: true }), mkdir(sound, { recursive: true })]);
  await run('ffmpeg', [...QUIET, ...images, ...DELAY, '-i', track, ...EXACT, ...VIDEO, ...AUDIO, ...hls(both)]);
  await run('ffmpeg', [...QUIET, '-i', track, ...EXACT, ...AUDIO, ...hls(sound)]);
  return [
    await describe(both, { name: '360p', width: 640, height: 360 }),
    await describe(sound, { name: 'audio', width: null, height: null }),
  ];
}

async function describe(folder: string, facts: Pick<Rendition, 'name' | 'width' | 'height'>): Promise<Rendition> {
  const segments = parsePlaylist(await readFile(join(folder, 'index.m3u8'), 'utf8'));
  const rates = await Promise.all(
    segments.map(async ({ file, durationMs }) => ((await stat(join(folder, file))).size * 8000) / durationMs),
  );
  return { ...facts, bandwidth: Math.ceil(Math.max(...rates)), segments };
}

/** Writes the poster (the cover) and the sprite of scrub thumbnails; each tile shows the middle of its interval. */
export async function stills(timeline: Timeline, pictures: string, work: string, out: string): Promise<Thumbs> {
  const count = Math.ceil(timeline.durationMs / THUMBS.intervalMs);
  const rows = Math.ceil(count / THUMBS.columns);
  const tiles = Array.from({ length: count }, (_, index) =>
    pictureOf(pictures, shotAt(timeline.shots, (index + 0.5) * THUMBS.intervalMs)),
  );
  const { tileWidth, tileHeight, columns } = THUMBS;
  const filter = `scale=${tileWidth}:${tileHeight}:flags=lanczos,tile=${columns}x${rows}:color=0xF7F5F2`;
  const sprite = ['-framerate', '1', '-i', await film(join(work, 'tiles'), tiles), '-vf', filter];
  const one = ['-frames:v', '1', '-q:v', '4', ...EXACT];
  await run('ffmpeg', [...QUIET, ...sprite, ...one, join(out, 'thumbs.jpg')]);
  const cover = pictureOf(pictures, shotAt(timeline.shots, 0));
  await run('ffmpeg', [...QUIET, '-i', cover, '-vf', 'scale=960:540:flags=lanczos', ...one, join(out, 'poster.jpg')]);
  return { columns, rows, tileWidth, tileHeight, intervalMs: THUMBS.intervalMs };
}

/** The bytes of everything below a folder. */
export async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries.filter((e) => e.isFile()).map(async (e) => (await stat(join(e.parentPath, e.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
