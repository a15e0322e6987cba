/** Length of a time step of one-time codes (RFC 6238) in ms. */
export const STEP_MS = 30_000;
/** Steps by which a phone's clock may be ahead or behind. */
export const DRIFT_STEPS = 1;
/** How many recovery codes there are at first. */
export const RECOVERY_CODES = 10;

/** The time step of an instant. */
export const stepOf = (now: Date): number => Math.floor(now.getTime() / STEP_MS);

/**
 * The step that a typed code stands for, if it may be used: one near now and after the last one that was used, since each code works once.
 * @param delta steps from now at which the code was found; null when it is no code of the time around now
 */
export function acceptedStep(now: Date, delta: number | null, lastStep: number | null): number | null {
  if (delta === null || Math.abs(delta) > DRIFT_STEPS) return null;
  const step = stepOf(now) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

/** Six digits are a code of an authenticator app; anything else is taken for a recovery code. */
export const isAppCode = (typed: string): boolean => /^\d{6}$/.test(typed.replace(/\s/g, ''));
