import { lengthMs, takePrefixMs, union } from './intervals.ts';
import type { Interval } from './intervals.ts';
import type { Lease } from './lease.ts';
import { applyHeartbeat } from './watching.ts';
import type { HeartbeatEvent, Progress, Refusal } from './watching.ts';

/** A heartbeat as it is kept: what was credited of it, as a set and with the length of its repeats, and what was refused, in playing order. */
export type KeptHeartbeat = {
  readonly seq: number;
  readonly event: HeartbeatEvent;
  /** When it arrived, by the server's clock. */
  readonly at: number;
  readonly accepted: readonly Interval[];
  readonly playedMs: number;
  readonly refused: readonly Refusal[];
};

/** What the rule makes of a kept heartbeat: the state after it, and whether that is what was kept. */
export type Replay = {
  readonly lease: Lease;
  readonly progress: Progress;
  readonly acceptedMs: number;
  readonly same: boolean;
};

/** A heartbeat reports so many segments at most: it repeats the same content no more often. */
const MOST_SEGMENTS = 50;

/**
 * Decides a kept heartbeat again by `applyHeartbeat`: what was reported is put together from what was accepted and what was refused. That is exact,
 * because a heartbeat's accepted part is the prefix of what it may be credited, and repeats of it spend the budget and move nothing; what
 * was refused as 'ahead' changes nothing and is left out.
 *
 * @param lease as it was before the heartbeat, with the end that it came to have; an end later than the heartbeat decides nothing
 * @param firstView whether the lesson was not completed before the heartbeat
 * @returns null when heartbeats before this one are missing
 */
export function replayHeartbeat(
  lease: Lease,
  progress: Progress,
  kept: KeptHeartbeat,
  firstView: boolean,
): Replay | null {
  const refused = kept.refused.filter(({ reason }) => reason !== 'ahead');
  const segments = [...kept.accepted, ...repeats(kept), ...refused.map(({ interval }) => interval)];
  const outcome = applyHeartbeat(lease, progress, { seq: kept.seq, event: kept.event, segments }, kept.at, firstView);
  if (outcome.kind !== 'applied') return null;
  const acceptedMs = lengthMs(outcome.accepted);
  const same =
    acceptedMs === kept.playedMs &&
    sameIntervals(union(outcome.accepted), kept.accepted) &&
    outcome.refused.length === refused.length &&
    outcome.refused.every(
      ({ interval, reason }, index) =>
        reason === refused[index]?.reason && sameIntervals([interval], [refused[index].interval]),
    );
  return { lease: outcome.lease, progress: outcome.progress, acceptedMs, same };
}

/** Whether two sequences of intervals are the same. */
export function sameIntervals(a: readonly Interval[], b: readonly Interval[]): boolean {
  return a.length === b.length && a.every(([from, to], index) => from === b[index]?.[0] && to === b[index][1]);
}

/** Accepted content once more, for as long as it was played again. */
function repeats({ accepted, playedMs }: KeptHeartbeat): Interval[] {
  const once = lengthMs(accepted);
  if (playedMs <= once) return [];
  const rounds = Math.min(MOST_SEGMENTS, Math.ceil(playedMs / Math.max(1, once)));
  return takePrefixMs(Array.from({ length: rounds }, () => accepted).flat(), playedMs - once).taken;
}
