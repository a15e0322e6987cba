import type { BeatEvent } from '@dangxiao/domain';
import type { AppliedBeat } from '../../apps/api/src/modules/learning/beats.queries.ts';
import type { BenchSchool } from './types.ts';

export interface BeatBody {
  seq: number;
  event: BeatEvent;
  segments: [number, number][];
  positionMs: number;
}

/** A beat as the product would write it if it believed the player: nothing is looked up, nothing is decided. */
export function bareBeat(school: BenchSchool, personId: string, leaseId: string, body: BeatBody): AppliedBeat {
  const at = new Date();
  const now = at.getTime();
  const { lessonId, courseId, durationMs } = school;
  const { seq, event, segments, positionMs } = body;
  const coverage = positionMs > 0 ? [[0, positionMs] as const] : [];
  const terms = { lessonVersionId: '', courseId, policyVersion: 1, completionPercent: 100, maxRate: 100 };
  const lease = {
    startedAt: now,
    lastBeatAt: now,
    playing: true,
    accruedMs: positionMs,
    gapMs: 0,
    playedMs: positionMs,
    wallPlayedMs: positionMs,
    endedAt: null,
    seq,
    maxRate: terms.maxRate,
  };
  const progress = { coverage, frontierMs: positionMs, durationMs };
  const known = { personId, leaseId, lessonId, ...terms, lease, progress, firstBeatAt: null, completedAt: null };
  return { known, lease, progress, positionMs, event, at, accepted: segments, refused: [], completedAt: null };
}
