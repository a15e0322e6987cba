import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Container } from './containers.ts';
import { inputOptions, type Source } from './probe.ts';
import type { Quality } from './plan.ts';
import { runProgram, type ProgramOptions } from './run-program.ts';

const SEGMENT_SECONDS = 6;
const FASTEST_FRAMES = 30;
const MAX_PIXELS = String(8192 * 8192);

interface TranscodeRun {
  ffmpeg: string;
  path: string;
  container: Container;
  source: Source;
  qualities: readonly Quality[];
  threads: number;
  /** Share done, 0 to 1. */
  onProgress: (share: number) => void;
}

/** One pass over the source: every quality and the sound alone, as unencrypted HLS below `cwd`/<name>. */
export async function transcode(work: TranscodeRun, options: ProgramOptions): Promise<void> {
  const { source, qualities, onProgress } = work;
  for (const name of [...qualities.map((quality) => quality.name), 'audio']) {
    await mkdir(join(options.cwd, name), { recursive: true });
  }
  let rest = '';
  const onOutput = (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const micros = /^out_time_us=(\d+)/.exec(line)?.[1];
      if (micros) onProgress(Math.min(1, Number(micros) / 1000 / source.durationMs));
    }
  };
  await runProgram(work.ffmpeg, argumentsOf(work), { ...options, onOutput });
}

function argumentsOf({ path, container, source, qualities, threads }: TranscodeRun): string[] {
  const silent = source.audioStream === null;
  const sound = silent ? '1:a:0' : `0:${source.audioStream}`;
  const seconds = String(source.durationMs / 1000);
  const frames = source.framesPerSecond > FASTEST_FRAMES + 1 ? `fps=${FASTEST_FRAMES},` : '';
  const split = `[0:${source.videoStream}]${frames}split=${qualities.length}${qualities.map((_, n) => `[s${n}]`).join('')}`;
  const scales = qualities.map((q, n) => `[s${n}]scale=${q.width}:${q.height},setsar=1,format=yuv420p[v${n}]`);
  return [
    ...['-hide_banner', '-nostdin', '-v', 'error', '-progress', 'pipe:1', '-stats_period', '0.5'],
    ...['-threads', String(threads), '-max_pixels', MAX_PIXELS, ...inputOptions(container), '-i', `file:${path}`],
    // a film without sound gets silence, so that every lecture has the same renditions
    ...(silent ? ['-f', 'lavfi', '-t', seconds, '-i', 'anullsrc=r=44100:cl=mono'] : []),
    ...['-filter_complex', [split, ...scales].join(';'), '-filter_complex_threads', String(threads)],
    ...qualities.flatMap((quality, n) => [
      ...['-map', `[v${n}]`, '-map', sound, '-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'main'],
      ...['-crf', '23', '-maxrate', String(quality.bitrate), '-bufsize', String(2 * quality.bitrate)],
      ...['-sc_threshold', '0', '-force_key_frames', `expr:gte(t,n_forced*${SEGMENT_SECONDS})`],
      ...['-threads', String(threads), '-c:a', 'aac', '-b:a', '96k', '-ac', '2', '-ar', '44100'],
      ...hlsOutput(quality.name),
    ]),
    ...['-map', sound, '-vn', '-c:a', 'aac', '-b:a', '64k', '-ac', '1', '-ar', '44100', ...hlsOutput('audio')],
  ];
}

const hlsOutput = (name: string) => [
  ...['-map_metadata', '-1', '-f', 'hls', '-hls_time', String(SEGMENT_SECONDS), '-hls_playlist_type', 'vod'],
  ...['-hls_list_size', '0', '-hls_flags', 'independent_segments', '-hls_segment_type', 'mpegts'],
  ...['-hls_segment_filename', `${name}/%03d.ts`, `${name}/index.m3u8`],
];
