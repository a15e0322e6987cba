import { useEffect, useRef, type RefObject } from 'react';
import { toggleFullscreen } from './fullscreen.ts';
import type { Playback } from './use-playback.ts';
import type { Subtitles } from './use-subtitles.ts';

interface Options {
  video: RefObject<HTMLVideoElement | null>;
  frame: RefObject<HTMLDivElement | null>;
  playback: Playback;
  subtitles: Subtitles;
}

const stepMs = 5_000;

/** Space, arrows, C, M and F anywhere on the page, except where a control wants the key itself. */
export function usePlayerKeys(options: Options): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('input, select, textarea, [role=dialog], [role=tab]')) return;
      if (event.key === ' ' && target?.closest('button, a')) return;
      const { video, frame, playback, subtitles } = latest.current;
      const act = {
        ' ': playback.toggle,
        arrowleft: () => playback.seek(playback.positionMs - stepMs),
        arrowright: () => playback.seek(playback.positionMs + stepMs),
        c: subtitles.toggle,
        m: () => {
          if (video.current) video.current.muted = !video.current.muted;
        },
        f: () => toggleFullscreen(frame.current, video.current),
      }[event.key.toLowerCase()];
      if (!act) return;
      act();
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
