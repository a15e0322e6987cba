import type { HeartbeatEvent } from '@dangxiao/domain';
import type { AppliedHeartbeat } from '../../apps/api/src/modules/learning/heartbeats.queries.ts';
import type { BenchSchool } from './types.ts';

export interface HeartbeatBody {
  seq: number;
  event: HeartbeatEvent;
  segments: [number, number][];
  positionMs: number;
}

/** A heartbeat as the product would write it if it believed the player: nothing is looked up, nothing is decided. */
export function bareHeartbeat(
  school: BenchSchool,
  personId: string,
  leaseId: string,
  body: HeartbeatBody,
): AppliedHeartbeat {
  const at = new Date();
  const now = at.getTime();
  const { lessonId, courseId, durationMs } = school;
  const { seq, event, segments, positionMs } = body;
  const coverage = positionMs > 0 ? [[0, positionMs] as const] : [];
  const terms = { lessonVersionId: '', courseId, policyVersion: 1, completionPercent: 100, maxRate: 100 };
  const lease = {
    startedAt: now,
    lastHeartbeatAt: now,
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
  const known = { personId, leaseId, lessonId, ...terms, lease, progress, firstHeartbeatAt: null, completedAt: null };
  return { known, lease, progress, positionMs, event, at, accepted: segments, refused: [], completedAt: null };
}
