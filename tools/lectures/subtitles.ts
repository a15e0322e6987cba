import type { Cue } from './timeline.ts';

/** Milliseconds as a WebVTT time stamp, `HH:MM:SS.mmm`. */
export function timestamp(ms: number): string {
  const whole = Math.round(ms);
  const part = (value: number, width: number) => String(value).padStart(width, '0');
  const seconds = Math.floor(whole / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((n) => part(n, 2));
  return `${clock.join(':')}.${part(whole % 1000, 3)}`;
}

/** A WebVTT file with one cue per sentence, shown a little longer than it is spoken but never over the next one. */
export function toWebVtt(cues: Cue[], language: 'zh' | 'en'): string {
  const blocks = cues.map((cue, index) => {
    const next = cues[index + 1];
    const endMs = Math.min(cue.endMs + 250, next ? next.startMs : Infinity);
    const text = cue[language].replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `${index + 1}\n${timestamp(cue.startMs)} --> ${timestamp(endMs)}\n${text}\n`;
  });
  return `WEBVTT\n\n${blocks.join('\n')}`;
}
