import { subtract } from '@dangxiao/domain';
import { asFailure, type ApiFailure } from '@dangxiao/web-kit';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Watch } from './use-watch.ts';

const stepMs = 1_000;

/** Reading time runs like a lecture: from the first second that is missing, while the page is in front of the reader. */
export function useReading({ session, state }: Watch, durationMs: number) {
  const [positionMs, setPositionMs] = useState(() => firstMissing(state.progress.coverage, durationMs));
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [elsewhere, setElsewhere] = useState<{ title: string | null } | null>(null);
  const position = useRef(positionMs);
  const running = useRef(false);
  /** The server knows that it runs: only from then on time counts, there and here. */
  const counting = useRef(false);

  const begin = useCallback(
    async (takeOver: boolean) => {
      if (running.current || position.current >= durationMs || document.hidden) return;
      running.current = true;
      setFailure(null);
      setElsewhere(null);
      try {
        await session.play(position.current, takeOver);
        if (running.current) counting.current = true;
        else session.pause(position.current); // the reader looked away meanwhile
      } catch (error) {
        running.current = false;
        const refused = asFailure(error);
        const title = refused.params['lessonTitle'];
        if (refused.code === 'lecture_elsewhere') setElsewhere({ title: typeof title === 'string' ? title : null });
        else setFailure(refused);
      }
    },
    [session, durationMs],
  );

  useEffect(() => {
    let last = performance.now();
    let here = true;
    /** What the server did not count, e.g. because the last report came early, is read again. */
    const finish = async () => {
      await session.finish();
      const { coverage, completedAt } = session.state.get().progress;
      if (!here || completedAt !== null) return;
      position.current = firstMissing(coverage, durationMs);
      setPositionMs(position.current);
      void begin(false);
    };
    const stop = () => {
      running.current = false;
      counting.current = false;
    };
    const tick = () => {
      const now = performance.now();
      const passed = Math.min(now - last, 2 * stepMs);
      last = now;
      if (!counting.current || document.hidden) return;
      position.current = Math.min(durationMs, position.current + passed);
      setPositionMs(position.current);
      session.move(position.current);
      if (position.current < durationMs) return;
      stop();
      void finish();
    };
    const onVisibility = () => {
      if (!document.hidden) return void begin(false);
      if (running.current) session.pause(position.current);
      stop();
    };
    void begin(false);
    const timer = setInterval(tick, stepMs);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      here = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [session, durationMs, begin]);

  useEffect(() => {
    if (state.status !== 'elsewhere') return;
    running.current = false;
    counting.current = false;
    setElsewhere({ title: null });
  }, [state.status]);

  return {
    positionMs,
    failure,
    elsewhere,
    start: () => void begin(false),
    takeOver: () => void begin(true),
    dismiss: () => setElsewhere(null),
  };
}

function firstMissing(coverage: readonly [number, number][], durationMs: number): number {
  return subtract([[0, durationMs]], coverage)[0]?.[0] ?? durationMs;
}
