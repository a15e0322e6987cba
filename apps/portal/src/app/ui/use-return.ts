import type { ApiFailure } from '@dangxiao/web-kit';
import { useEffect } from 'react';

const ASK_EVERY_MS = 5_000;

/** The server did not answer, or something before it answered in its place. */
export const isUnreachable = ({ status }: ApiFailure): boolean => status === 0 || status >= 502;

/** Reads again by itself once the server answers again. */
export function useReturn(waiting: boolean, retry: () => void): void {
  useEffect(() => {
    if (!waiting) return;
    const ask = async () => {
      const answer = await fetch('/api/health/ready', { cache: 'no-store' }).catch(() => null);
      if (answer?.ok) retry();
    };
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [waiting, retry]);
}
