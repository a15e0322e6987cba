/** Wrong passwords in a row that an account may have without waiting. */
export const FREE_TRIES = 5;
const FIRST_WAIT_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;

export type ThrottleState = { allowed: true; triesLeft: number } | { allowed: false; retryAt: Date };

/** Wait in ms after so many failures in a row: nothing before the fifth, then 5 minutes, doubling up to 1 hour. */
export function throttleDelayMs(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE_TRIES), LONGEST_WAIT_MS);
}

/** Whether an account may try to sign in at `now`. After each wait one more try is free. */
export function throttleState(failures: number, lastFailureAt: Date | null, now: Date): ThrottleState {
  if (lastFailureAt !== null) {
    const retryAt = new Date(lastFailureAt.getTime() + throttleDelayMs(failures));
    if (retryAt.getTime() > now.getTime()) return { allowed: false, retryAt };
  }
  return { allowed: true, triesLeft: Math.max(1, FREE_TRIES - failures) };
}
