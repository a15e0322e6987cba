import { z } from 'zod';
import { refusedSpan } from '../catalog/course-content.ts';
import { defineEndpoint } from '../endpoint.ts';
import { byId, hours, id, instant, interval, milliseconds } from '../schemas.ts';

export const heartbeatEvent = z.enum(['play', 'tick', 'pause', 'seek', 'rate', 'end']);
const progress = z.object({
  coverage: z.array(interval),
  frontierMs: milliseconds,
  countedMs: milliseconds,
  completedAt: instant.nullable(),
});

export const learning = {
  openLease: defineEndpoint({
    id: 'learning.openLease',
    method: 'POST',
    path: '/lessons/:lessonId/leases',
    access: 'learner',
    summary: 'Begin to study a lesson',
    description:
      "Takes the person's one playback lease. While another lecture plays elsewhere it answers `lecture_elsewhere` with its title, unless `takeOver` is set, which ends that one.",
    params: byId('lessonId'),
    body: z.strictObject({ courseId: id, takeOver: z.boolean().default(false) }),
    response: z.object({ leaseId: id, maxRate: z.number().int(), progress }),
    errors: ['lesson_not_found', 'lecture_elsewhere'],
  }),
  sendHeartbeat: defineEndpoint({
    id: 'learning.sendHeartbeat',
    method: 'POST',
    path: '/leases/:leaseId/heartbeats',
    access: 'learner',
    summary: 'Report what was played',
    description:
      'Sequence numbers begin at 1 and are applied strictly in order: a repeated one changes nothing and answers as before, one too high answers `heartbeat_out_of_order` with `{expected}`. Segments are [fromMs, toMs] of content in playing order. What counts is decided by the budget of server time. Acknowledged after commit.',
    params: byId('leaseId'),
    body: z.strictObject({
      seq: z.number().int().min(1).max(1_000_000),
      event: heartbeatEvent,
      segments: z.array(interval).max(50),
      /** Playing position after the heartbeat, to resume from. */
      positionMs: milliseconds,
      /** Playback rate, percent. */
      rate: z.number().int().min(25).max(400).default(100),
    }),
    response: z.object({
      seq: z.number().int(),
      live: z.boolean(),
      progress,
      /** Refused in this heartbeat. */
      refused: z.array(refusedSpan),
      /** Hours entered in the ledger by this heartbeat. */
      awarded: hours.nullable(),
    }),
    errors: ['lease_not_found', 'lease_ended', 'heartbeat_out_of_order'],
  }),
};
