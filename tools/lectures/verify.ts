import { join } from 'node:path';
import type { Rendition } from './encode.ts';
import { totalMs } from './playlist.ts';
import { probeMs, run } from './programs.ts';
import type { Timeline } from './timeline.ts';

/** All lectures together may take this much of the repository. */
export const BUDGET_BYTES = 6_000_000;
const LENGTH = { minMs: 90_000, maxMs: 150_000 } as const;
/** Sound is cut in frames of 1024 samples, so that a rendition may end a frame or two off. */
const SLACK_MS = 200;

/** What is wrong with an encoded lecture, in words. `durationMs` is its length by ffprobe. */
export async function lectureProblems(
  folder: string,
  durationMs: number,
  renditions: Rendition[],
  timeline: Timeline,
): Promise<string[]> {
  const problems: string[] = [];
  const expect = (holds: boolean, text: string) => void (holds || problems.push(text));
  expect(durationMs >= LENGTH.minMs && durationMs <= LENGTH.maxMs, `lasts ${durationMs} ms`);
  for (const rendition of renditions) {
    const playlist = join(folder, rendition.name, 'index.m3u8');
    const off = (ms: number) => Math.abs(ms - durationMs);
    expect(off(await probeMs(playlist)) <= SLACK_MS, `${rendition.name} is longer or shorter than the lecture`);
    expect(off(totalMs(rendition.segments)) <= SLACK_MS, `the segments of ${rendition.name} do not add up`);
    const codecs = await run('ffprobe', [
      ...['-v', 'error', '-show_entries', 'stream=codec_name', '-of', 'default=nw=1:nk=1', playlist],
    ]);
    const found = [...new Set(codecs.trim().split(/\s+/))].sort().join(' ');
    expect(found === (rendition.height ? 'aac h264' : 'aac'), `${rendition.name} holds ${found}`);
  }
  timeline.cues.forEach((cue, index) => {
    const before = timeline.cues[index - 1]?.endMs ?? 0;
    const inside = cue.startMs >= before && cue.endMs > cue.startMs && cue.endMs <= durationMs;
    expect(inside, `subtitle ${index + 1} is out of range`);
  });
  return problems;
}
