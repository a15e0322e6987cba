import type { ServerClock } from '@dangxiao/web-kit';
import { useEffect, useState } from 'react';

/** Whole seconds until the deadline by the server's clock, twice a second. */
export function useRemaining(clock: ServerClock, deadline: string): number {
  const [left, setLeft] = useState(() => clock.until(deadline));
  useEffect(() => {
    const tick = () => setLeft(clock.until(deadline));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [clock, deadline]);
  return Math.ceil(left / 1000);
}
