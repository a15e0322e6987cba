/** Makes the lectures of the demo's first course from their scripts; see README.md beside this file. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { encode, folderBytes, stills } from './encode.ts';
import { probeMs } from './programs.ts';
import { openBrowser, render } from './render.ts';
import type { Script } from './script.ts';
import { loadScripts } from './script.ts';
import { lengthMs, speak, writeTrack } from './speech.ts';
import { toWebVtt } from './subtitles.ts';
import { layOut } from './timeline.ts';
import { BUDGET_BYTES, lectureProblems } from './verify.ts';

const target = join(import.meta.dirname, '..', 'demo', 'lectures');
const subtitles = [
  { language: 'zh', label: '中文', file: 'zh.vtt' },
  { language: 'en', label: 'English', file: 'en.vtt' },
] as const;

/** Makes one lecture in the target folder, replacing what was there; throws when the result is not as it must be. */
async function make(browser: Browser, script: Script, work: string): Promise<void> {
  const out = join(target, String(script.number));
  const [pictures, track] = [join(work, 'pictures'), join(work, 'track.wav')];
  const recorded = await speak(script, join(work, 'speech'));
  const timeline = layOut(
    script,
    recorded.map((sentences) => sentences.map(lengthMs)),
  );
  await render(browser, script, timeline, pictures);
  await writeTrack(recorded, timeline, track);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const renditions = await encode(timeline, pictures, track, work, out);
  const thumbs = await stills(timeline, pictures, work, out);
  for (const { language, file } of subtitles) await writeFile(join(out, file), toWebVtt(timeline.cues, language));
  const durationMs = await probeMs(join(out, '360p', 'index.m3u8'));
  const { title, titleEn } = script;
  const lecture = { title, titleEn, durationMs, renditions, thumbs, subtitles };
  await writeFile(join(out, 'lecture.json'), `${JSON.stringify(lecture, null, 2)}\n`);
  const problems = await lectureProblems(out, durationMs, renditions, timeline);
  if (problems.length > 0) throw new Error(`Lecture ${script.number}: ${problems.join('; ')}`);
  console.log(`${script.number} ${title}: ${(durationMs / 1000).toFixed(1)} s, ${await folderBytes(out)} bytes`);
}

const scripts = loadScripts(join(import.meta.dirname, 'scripts'));
const work = await mkdtemp(join(tmpdir(), 'lectures-'));
const browser = await openBrowser();
try {
  for (const script of scripts) await make(browser, script, join(work, String(script.number)));
  const bytes = await folderBytes(target);
  if (bytes > BUDGET_BYTES) throw new Error(`The lectures take ${bytes} bytes, more than ${BUDGET_BYTES}`);
  console.log(`All lectures: ${bytes} bytes`);
} finally {
  await browser.close();
  if (process.env['KEEP_WORK']) console.log(`Kept ${work}`);
  else await rm(work, { recursive: true });
}
