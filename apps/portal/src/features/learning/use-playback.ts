import { asFailure, type ApiFailure } from '@dangxiao/web-kit';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Watch } from './use-watch.ts';

/** How far a seek may miss the frontier before it is turned back, ms. */
const toleranceMs = 800;

export interface Playback {
  playing: boolean;
  /** The server is being asked whether this playing counts. */
  starting: boolean;
  positionMs: number;
  /** The lecture that plays on another device, when that stands in the way. */
  elsewhere: { title: string | null } | null;
  failure: ApiFailure | null;
  /** The learner tried to go past what was watched. */
  turnedBack: boolean;
  play: () => void;
  pause: () => void;
  toggle: () => void;
  takeOver: () => void;
  dismiss: () => void;
  seek: (ms: number) => void;
}

/**
 * Ties a media element to the watch session. Whoever starts it (our button, a headset, the lock screen), playing begins only after the server knows;
 * whoever moves it, a first view does not get past the furthest position played.
 */
export function usePlayback(
  media: RefObject<HTMLVideoElement | null>,
  { session, state }: Watch,
  firstView: boolean,
  durationMs: number,
): Playback {
  const [playing, setPlaying] = useState(false);
  const [starting, setStarting] = useState(false);
  const [positionMs, setPositionMs] = useState(0);
  const [elsewhere, setElsewhere] = useState<Playback['elsewhere']>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [turnedBack, setTurnedBack] = useState(false);
  const counting = useRef(false);
  const asking = useRef(false);
  const known = useRef(0);
  const first = useRef(firstView);
  useEffect(() => {
    first.current = firstView;
  });

  const begin = useCallback(
    async (takeOver: boolean) => {
      const element = media.current;
      if (!element || asking.current) return;
      asking.current = true;
      setStarting(true);
      setFailure(null);
      setElsewhere(null);
      try {
        await session.play(element.currentTime * 1000, takeOver);
        counting.current = true;
        await element.play();
      } catch (error) {
        if (counting.current) session.pause(element.currentTime * 1000);
        counting.current = false;
        if (error instanceof DOMException) return; // the browser wants another tap
        const refused = asFailure(error);
        const title = refused.params['lessonTitle'];
        if (refused.code === 'lecture_elsewhere') setElsewhere({ title: typeof title === 'string' ? title : null });
        else setFailure(refused);
      } finally {
        asking.current = false;
        setStarting(false);
      }
    },
    [media, session],
  );

  useEffect(() => {
    const element = media.current;
    if (!element) return;
    const now = () => element.currentTime * 1000;
    const handlers: Partial<Record<keyof HTMLMediaElementEventMap, () => void>> = {
      play: () => {
        if (counting.current) return setPlaying(true);
        element.pause();
        void begin(false);
      },
      pause: () => {
        setPlaying(false);
        if (!counting.current || element.ended) return;
        counting.current = false;
        session.pause(known.current);
      },
      timeupdate: () => {
        if (element.seeking || element.readyState === HTMLMediaElement.HAVE_NOTHING) return;
        known.current = now();
        setPositionMs(now());
        session.move(now());
      },
      seeking: () => {
        const limit = session.state.get().frontierMs;
        if (first.current && now() > limit + toleranceMs) {
          element.currentTime = limit / 1000;
          setTurnedBack(true);
          return;
        }
        if (Math.abs(now() - known.current) < 1) return;
        session.seek(known.current, now());
        known.current = now();
        setPositionMs(now());
      },
      ratechange: () => session.setRate(Math.round(element.playbackRate * 100)),
      ended: () => {
        setPlaying(false);
        counting.current = false;
        void session.finish();
      },
    };
    const pairs = Object.entries(handlers);
    pairs.forEach(([type, handler]) => element.addEventListener(type, handler));
    return () => pairs.forEach(([type, handler]) => element.removeEventListener(type, handler));
  }, [media, session, begin]);

  useEffect(() => {
    if (state.status !== 'elsewhere') return;
    counting.current = false;
    media.current?.pause();
  }, [media, state.status]);

  useEffect(() => {
    if (!turnedBack) return;
    const timer = setTimeout(() => setTurnedBack(false), 4_000);
    return () => clearTimeout(timer);
  }, [turnedBack]);

  const play = useCallback(() => void media.current?.play().catch(() => undefined), [media]);
  const pause = useCallback(() => media.current?.pause(), [media]);
  const seek = useCallback(
    (ms: number) => {
      const element = media.current;
      if (!element) return;
      const limit = first.current ? Math.max(session.state.get().frontierMs, known.current) : durationMs;
      if (ms > limit + toleranceMs) setTurnedBack(true);
      element.currentTime = Math.min(Math.max(0, ms), limit) / 1000;
    },
    [media, session, durationMs],
  );
  return {
    playing,
    starting,
    positionMs,
    elsewhere,
    failure,
    turnedBack,
    play,
    pause,
    toggle: playing ? pause : play,
    takeOver: () => void begin(true),
    dismiss: () => setElsewhere(null),
    seek,
  };
}
