import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Film {
  seconds?: number;
  size?: string;
  sound?: boolean;
  container?: 'mp4' | 'mov' | 'mkv' | 'webm';
}

/** A test picture with a tone, made by ffmpeg. */
export async function film({ seconds = 7, size = '640x360', sound = true, container = 'mp4' }: Film = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'dangxiao-film-'));
  const path = join(folder, `film.${container}`);
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=44100'];
  const codecs =
    container === 'webm'
      ? ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus']
      : ['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac'];
  const args = ['-v', 'error', '-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=12`, ...(sound ? tone : [])];
  try {
    await run('ffmpeg', [...args, '-t', String(seconds), ...codecs, '-pix_fmt', 'yuv420p', path]);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What ffprobe says of some bytes. */
export async function probe(bytes: Uint8Array, name: string) {
  const folder = await mkdtemp(join(tmpdir(), 'dangxiao-probe-'));
  const path = join(folder, name);
  try {
    await (await import('node:fs/promises')).writeFile(path, bytes);
    const { stdout } = await run('ffprobe', ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', path]);
    return JSON.parse(stdout) as {
      streams: { codec_type: string; codec_name: string; width?: number; height?: number }[];
      format: { duration: string };
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
