import { execFileSync } from 'node:child_process';

/** Makes a film with a picture that moves and a tone: H.264 and AAC in MP4, as a phone would. */
export function makeFilm(file: string, seconds: number): void {
  const picture = ['-f', 'lavfi', '-i', `testsrc=size=640x360:rate=15:duration=${seconds}`];
  const tone = ['-f', 'lavfi', '-i', `sine=frequency=330:sample_rate=44100:duration=${seconds}`];
  const video = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
  const ffmpeg = process.env.FFMPEG_PATH ?? 'ffmpeg';
  execFileSync(ffmpeg, ['-v', 'error', '-y', ...picture, ...tone, ...video, '-c:a', 'aac', '-shortest', file]);
}
