import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './programs.ts';
import { spokenForm } from './pronunciation.ts';
import type { Script } from './script.ts';
import type { Timeline } from './timeline.ts';

/** What espeak-ng writes: 16-bit mono at this rate. */
export const SAMPLE_RATE = 22_050;
const HEADER_BYTES = 44;

/**
 * The plain voice `cmn` of espeak-ng 1.51 reads its own pinyin as English words ("nin two"); this variant speaks it.
 * -z leaves out the closing silence: pauses are ours.
 */
const VOICE = ['-v', 'cmn-latn-pinyin', '-s', '172', '-p', '45', '-a', '80', '-z'];

/** Records every sentence of a script; `[slide][line]` holds its 16-bit samples. */
export async function speak(script: Script, folder: string): Promise<Buffer[][]> {
  await mkdir(folder, { recursive: true });
  const recorded: Buffer[][] = [];
  for (const [slideIndex, slide] of script.slides.entries()) {
    const sentences: Buffer[] = [];
    for (const [lineIndex, line] of slide.lines.entries()) {
      const file = join(folder, `${slideIndex}-${lineIndex}.wav`);
      await run('espeak-ng', [...VOICE, '-w', file, spokenForm(line.zh)]);
      sentences.push((await readFile(file)).subarray(HEADER_BYTES));
    }
    recorded.push(sentences);
  }
  return recorded;
}

/** How long recorded samples sound, in milliseconds. */
export const lengthMs = (samples: Buffer): number => (samples.length / 2 / SAMPLE_RATE) * 1000;

/** Writes the whole sound track: each sentence at its cue, silence elsewhere. */
export async function writeTrack(recorded: Buffer[][], timeline: Timeline, file: string): Promise<void> {
  const samples = Math.round((timeline.durationMs / 1000) * SAMPLE_RATE);
  const track = Buffer.alloc(samples * 2);
  recorded.flat().forEach((sentence, index) => {
    const startMs = timeline.cues[index]?.startMs ?? 0;
    sentence.copy(track, Math.round((startMs / 1000) * SAMPLE_RATE) * 2);
  });
  await writeFile(file, Buffer.concat([waveHeader(track.length), track]));
}

function waveHeader(dataBytes: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
