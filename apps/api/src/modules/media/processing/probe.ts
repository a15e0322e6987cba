import { z } from 'zod';
import { MediaFailure } from './failure.ts';
import type { Container } from './containers.ts';
import { runProgram, type ProgramOptions } from './run-program.ts';

const LONGEST_MS = 6 * 3_600_000;
const number = z.coerce.number().catch(0);
const stream = z.object({
  index: z.number().int(),
  codec_type: z.string().optional(),
  width: number,
  height: number,
  avg_frame_rate: z.string().default('0/1'),
  sample_aspect_ratio: z.string().default('1:1'),
  disposition: z.object({ attached_pic: number, default: number }).partial().default({}),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).default([]),
});
const report = z.object({ streams: z.array(stream).default([]), format: z.object({ duration: number }) });

/** What matters of a source. Width and height as it is shown: upright and with square pixels. */
export interface Source {
  durationMs: number;
  width: number;
  height: number;
  framesPerSecond: number;
  videoStream: number;
  audioStream: number | null;
}

/** Options that keep ffmpeg inside the one file: the demuxer is given, not guessed, and no protocol but `file` is opened. */
export const inputOptions = (container: Container): string[] => [
  ...['-protocol_whitelist', 'file', '-f', container],
  ...(container === 'mov' ? ['-enable_drefs', '0', '-use_absolute_path', '0'] : []),
];

/** @throws MediaFailure damaged, no_video_stream, too_long */
export async function probe(ffprobe: string, path: string, container: Container, options: ProgramOptions) {
  const args = ['-v', 'error', ...inputOptions(container), '-show_streams', '-show_format', '-of', 'json'];
  const parsed = report.safeParse(JSON.parse(await runProgram(ffprobe, [...args, `file:${path}`], options)));
  if (!parsed.success) throw new MediaFailure('damaged');
  return sourceOf(parsed.data);
}

function sourceOf({ streams, format }: z.infer<typeof report>): Source {
  const picture = streams.find((each) => each.codec_type === 'video' && !each.disposition.attached_pic);
  if (!picture || picture.width < 2 || picture.height < 2) throw new MediaFailure('no_video_stream');
  const durationMs = Math.round(format.duration * 1000);
  if (durationMs < 1) throw new MediaFailure('damaged', 'no duration');
  if (durationMs > LONGEST_MS) throw new MediaFailure('too_long');
  const [across = 1, down = 1] = picture.sample_aspect_ratio.split(':').map(Number);
  const square = across > 0 && down > 0 ? across / down : 1;
  const size = [Math.round(picture.width * square), picture.height] as const;
  const rotation = picture.side_data_list.find((data) => data.rotation !== undefined)?.rotation ?? 0;
  const [width, height] = Math.abs(rotation) % 180 === 90 ? [size[1], size[0]] : size;
  const [frames = 0, seconds = 1] = picture.avg_frame_rate.split('/').map(Number);
  return {
    durationMs,
    width,
    height,
    framesPerSecond: seconds > 0 ? frames / seconds : 0,
    videoStream: picture.index,
    audioStream: streams.find((each) => each.codec_type === 'audio')?.index ?? null,
  };
}
