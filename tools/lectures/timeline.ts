import type { Script } from './script.ts';

/** Silences around sentences, in milliseconds: before a slide's first, between two, after a slide's last. */
export const PAUSES = { lead: 400, between: 260, tail: 600 } as const;

/** Video frames per second; slides do not move, so few are enough. */
export const FRAME_RATE = 5;
const FRAME_MS = 1000 / FRAME_RATE;

/** A spoken sentence on the lecture's time line, in milliseconds from the start. */
export type Cue = { startMs: number; endMs: number; zh: string; en: string };
/** What is on the screen from `startMs` on: a slide with one of its points lit (null: none). */
export type Shot = { startMs: number; slide: number; point: number | null };
export type Timeline = { cues: Cue[]; shots: Shot[]; durationMs: number };

/**
 * Places every sentence and every slide on the time line.
 * `spokenMs[slide][line]` is the length of the recorded sentence. The duration is a whole number of video frames.
 */
export function layOut(script: Script, spokenMs: number[][]): Timeline {
  const cues: Cue[] = [];
  const shots: Shot[] = [];
  let at = 0;
  script.slides.forEach((slide, slideIndex) => {
    show(shots, { startMs: at, slide: slideIndex, point: null });
    at += PAUSES.lead;
    slide.lines.forEach((line, lineIndex) => {
      if (lineIndex > 0) at += PAUSES.between;
      show(shots, { startMs: at, slide: slideIndex, point: line.point ?? null });
      const endMs = at + (spokenMs[slideIndex]?.[lineIndex] ?? 0);
      cues.push({ startMs: at, endMs, zh: line.zh, en: line.en });
      at = endMs;
    });
    at += PAUSES.tail;
  });
  return { cues, shots, durationMs: Math.ceil(at / FRAME_MS) * FRAME_MS };
}

function show(shots: Shot[], shot: Shot): void {
  const last = shots.at(-1);
  if (last?.slide === shot.slide && last.point === shot.point) return;
  shots.push(shot);
}

/** What is on the screen at a time in milliseconds. */
export function shotAt(shots: Shot[], ms: number): Shot {
  const shot = shots.findLast((candidate) => candidate.startMs <= ms) ?? shots[0];
  if (!shot) throw new Error('A lecture without slides');
  return shot;
}
