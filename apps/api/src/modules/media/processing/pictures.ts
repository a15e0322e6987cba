import { join } from 'node:path';
import type { Media } from '../entities/media.ts';
import { runProgram, type ProgramOptions } from './run-program.ts';

const TILE = { width: 160, height: 90 };
const COLUMNS = 10;
const MOST_TILES = 100;
const LEAST_INTERVAL_MS = 6_000;

/** The grid of scrub thumbnails for a lecture of some length: at most a hundred, not denser than key frames. */
export function gridOf(durationMs: number): NonNullable<Media['thumbnails']> {
  const intervalMs = Math.max(LEAST_INTERVAL_MS, 1000 * Math.ceil(durationMs / MOST_TILES / 1000));
  const tiles = Math.max(1, Math.ceil(durationMs / intervalMs));
  const columns = Math.min(COLUMNS, tiles);
  return { columns, rows: Math.ceil(tiles / columns), tileWidth: TILE.width, tileHeight: TILE.height, intervalMs };
}

/** Draws `poster.jpg` and `thumbs.jpg` in `cwd` from the smallest rendition made there. */
export async function drawPictures(ffmpeg: string, rendition: string, durationMs: number, options: ProgramOptions) {
  const grid = gridOf(durationMs);
  const playlist = `file:${join(options.cwd, rendition, 'index.m3u8')}`;
  const input = ['-protocol_whitelist', 'file', '-f', 'hls', '-allowed_extensions', 'ALL'];
  const quiet = ['-hide_banner', '-nostdin', '-v', 'error', '-y', '-threads', '1'];
  const at = String(Math.min(durationMs / 10_000, 10));
  await runProgram(
    ffmpeg,
    [...quiet, ...input, '-ss', at, '-i', playlist, '-frames:v', '1', '-vf', 'scale=640:-2', '-q:v', '4', 'poster.jpg'],
    options,
  );
  const { width, height } = TILE;
  const filter = [
    `fps=${1000}/${grid.intervalMs}:round=up:start_time=0`,
    `scale=${width}:${height}:force_original_aspect_ratio=decrease`,
    `pad=${width}:${height}:-1:-1`,
    `tile=${grid.columns}x${grid.rows}`,
  ].join(',');
  const keys = ['-skip_frame', 'nokey'];
  await runProgram(
    ffmpeg,
    [...quiet, ...keys, ...input, '-i', playlist, '-an', '-vf', filter, '-frames:v', '1', '-q:v', '6', 'thumbs.jpg'],
    options,
  );
  return grid;
}
