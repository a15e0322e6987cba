import { intersect, normalise, subtract, type Interval, type RefusalReason } from '@dangxiao/domain';

/** A piece of the strip under the player: solid, hatched or empty. */
export interface StripPart {
  kind: 'counted' | 'refused' | 'empty';
  fromMs: number;
  toMs: number;
  /** Why a refused piece did not count. */
  reason: RefusalReason | null;
}

/**
 * The whole lesson as pieces in order: counted, played but not counted (with the latest reason), not watched. What was counted later is not
 * shown as refused any more.
 */
export function stripParts(
  durationMs: number,
  coverage: readonly Interval[],
  refused: readonly { interval: Interval; reason: RefusalReason }[],
): StripPart[] {
  const whole: Interval[] = [[0, durationMs]];
  const parts: StripPart[] = [];
  const add = (kind: StripPart['kind'], intervals: readonly Interval[], reason: RefusalReason | null) => {
    for (const [fromMs, toMs] of intervals) parts.push({ kind, fromMs, toMs, reason });
  };
  const counted = intersect(coverage, whole);
  add('counted', counted, null);
  let taken = counted;
  for (const { interval, reason } of refused.toReversed()) {
    const left = subtract(intersect([interval], whole), taken);
    add('refused', left, reason);
    taken = normalise([...taken, ...left]);
  }
  add('empty', subtract(whole, taken), null);
  return parts.sort((a, b) => a.fromMs - b.fromMs);
}
