import { intersect, lengthMs, normalise, takePrefixMs, union } from './intervals.ts';
import type { Interval } from './intervals.ts';
import { accrue, atRate, endLease, LEASE_GRACE_MS, unspentMs } from './lease.ts';
import type { Lease } from './lease.ts';

export type HeartbeatEvent = 'play' | 'tick' | 'pause' | 'seek' | 'rate' | 'end';

/** What the player reports: the content played since its previous heartbeat, in playing order, whole ms. */
export type Heartbeat = {
  readonly seq: number;
  readonly event: HeartbeatEvent;
  readonly segments: readonly Interval[];
};

/** A person's state in one lesson. */
export type Progress = {
  readonly coverage: readonly Interval[];
  readonly frontierMs: number;
  readonly durationMs: number;
};

export type RefusalReason = 'budget' | 'gap' | 'ahead' | 'impossible' | 'late';
export type Refusal = { readonly interval: Interval; readonly reason: RefusalReason };

export type HeartbeatOutcome =
  | { kind: 'applied'; lease: Lease; progress: Progress; accepted: Interval[]; refused: Refusal[] }
  | { kind: 'duplicate' }
  | { kind: 'gap'; expected: number };

/**
 * The budget, exactly (integrity.md): decides what of a heartbeat is credited. Pure; the API calls it (`modules/learning/heartbeats.ts`).
 *
 * - Heartbeats apply in sequence. A known seq changes nothing ('duplicate'); a later one than expected changes nothing either ('gap'), and the
 *   client resends from `expected`.
 * - Time accrues by the server's clock from a play heartbeat to the next pause or end heartbeat, at most ten minutes between two heartbeats and
 *   never beyond the lease's end. So that an outage costs nothing, a player starts only once its play heartbeat is answered, and stops
 *   while the last answered heartbeat is ten minutes old.
 * - Accepted content, repeats included, is at most accrued time × rate. The prefix in playing order is accepted, the rest refused.
 * - On a first view a segment that starts beyond the frontier is refused. Refused content moves the frontier all the same, so that it can be
 *   replayed, unless it is more than the lease's whole life × rate allows ('impossible').
 * - An ended lease accepts heartbeats for ten minutes against what it accrued before its end.
 *
 * `firstView` is false once the lesson is completed. `accepted` is in playing order and may repeat; segments are clipped to the lesson.
 */
export function applyHeartbeat(
  lease: Lease,
  progress: Progress,
  heartbeat: Heartbeat,
  now: number,
  firstView = true,
): HeartbeatOutcome {
  if (heartbeat.seq <= lease.seq) return { kind: 'duplicate' };
  if (heartbeat.seq > lease.seq + 1) return { kind: 'gap', expected: lease.seq + 1 };

  const accrued = accrue({ ...lease, seq: heartbeat.seq }, now);
  const after = react(accrued, heartbeat.event, now);
  const segments = heartbeat.segments.map(([from, to]): Interval => [
    Math.max(0, from),
    Math.min(progress.durationMs, to),
  ]);
  if (lease.endedAt !== null && now > lease.endedAt + LEASE_GRACE_MS) {
    const refused = segments.filter(isNotEmpty).map((interval): Refusal => ({ interval, reason: 'late' }));
    return { kind: 'applied', lease: after, progress, accepted: [], refused };
  }

  const tally: Tally = { ...accrued, frontierMs: progress.frontierMs, accepted: [], refused: [] };
  for (const segment of segments.filter(isNotEmpty)) judge(tally, segment, firstView);
  return {
    kind: 'applied',
    lease: { ...after, playedMs: tally.playedMs, wallPlayedMs: tally.wallPlayedMs },
    progress: { ...progress, coverage: union(progress.coverage, tally.accepted), frontierMs: tally.frontierMs },
    accepted: tally.accepted,
    refused: tally.refused,
  };
}

/** Whether the coverage reaches the policy's percentage of the lesson. A lesson without length is never complete. */
export function isComplete(coverage: readonly Interval[], durationMs: number, percent: number): boolean {
  if (durationMs <= 0) return false;
  return lengthMs(intersect(normalise(coverage), [[0, durationMs]])) * 100 >= percent * durationMs;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Tally = Mutable<Lease> & { frontierMs: number; accepted: Interval[]; refused: Refusal[] };

function isNotEmpty([from, to]: Interval): boolean {
  return from < to;
}

function react(lease: Lease, event: HeartbeatEvent, now: number): Lease {
  if (event === 'play') return { ...lease, playing: true };
  if (event === 'pause') return { ...lease, playing: false };
  if (event === 'end') return { ...endLease(lease, now), playing: false };
  return lease;
}

/** Splits one segment into: accepted, refused but possible ('gap', then 'budget'), impossible. Moves the frontier over the possible. */
function judge(tally: Tally, segment: Interval, firstView: boolean): void {
  const [from] = segment;
  if (firstView && from > tally.frontierMs) {
    tally.refused.push({ interval: segment, reason: 'ahead' });
    return;
  }
  // The life of the lease up to this heartbeat or its end: many leases together move the frontier no faster than one.
  const possible = takePrefixMs([segment], atRate(tally.lastHeartbeatAt - tally.startedAt, tally) - tally.wallPlayedMs);
  const credited = takePrefixMs(possible.taken, unspentMs(tally));
  const withoutCap = atRate(tally.accruedMs + tally.gapMs, tally) - tally.wallPlayedMs - lengthMs(credited.taken);
  const missed = takePrefixMs(credited.rest, tally.gapMs > 0 ? withoutCap : 0);

  tally.accepted.push(...credited.taken);
  refuse(tally, missed.taken, 'gap');
  refuse(tally, missed.rest, 'budget');
  refuse(tally, possible.rest, 'impossible');
  tally.playedMs += lengthMs(credited.taken);
  tally.wallPlayedMs += lengthMs(possible.taken);
  const reached = possible.taken.at(-1)?.[1] ?? 0;
  if (from <= tally.frontierMs) tally.frontierMs = Math.max(tally.frontierMs, reached);
}

function refuse(tally: Tally, intervals: readonly Interval[], reason: RefusalReason): void {
  for (const interval of intervals) tally.refused.push({ interval, reason });
}
