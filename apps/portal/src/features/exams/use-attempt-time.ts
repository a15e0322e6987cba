import { exams } from '@dangxiao/contracts';
import { call, refresh, type ServerClock } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';

/** Changed time must be here within 10 s, whatever the answer takes. */
const ASK_EVERY_MS = 6_000;

/**
 * Asks for the time of a running attempt again and again, and at once when the page comes back to the front or the network returns. A
 * attempt that has ended elsewhere is read again, which leads to its result.
 */
export function useAttemptTime(attemptId: string, clock: ServerClock | null, heard: (deadline: string) => void) {
  const client = useQueryClient();

  const ask = useCallback(async (): Promise<boolean> => {
    if (!clock) return true;
    try {
      const { state, deadline, serverTime } = await call(exams.getAttemptTime, { params: { attemptId } });
      clock.sync(serverTime);
      heard(deadline);
      if (state !== 'open') await refresh(client, [exams.getAttempt]);
      return state === 'open' && clock.until(deadline) > 0;
    } catch {
      // the outbox says when the network is away; the next turn asks again
      return false;
    }
  }, [attemptId, clock, heard, client]);

  useEffect(() => {
    if (!clock) return;
    const again = () => void ask();
    const timer = setInterval(again, ASK_EVERY_MS);
    const seen = () => document.visibilityState === 'visible' && again();
    document.addEventListener('visibilitychange', seen);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('online', again);
    };
  }, [ask, clock]);
  return ask;
}
