import { setTimeout as sleep } from 'node:timers/promises';
import { learning } from '@dangxiao/contracts';
import type { HttpClient } from '../../../tools/support/http-client.ts';

/** Reads an article to its minimum time, in real time. */
export async function readArticle(
  learner: HttpClient,
  courseId: string,
  lessonId: string,
  lengthMs: number,
): Promise<void> {
  const body = { courseId, takeOver: true };
  const { leaseId } = await learner.call(learning.openLease, { params: { lessonId }, body });
  const params = { leaseId };
  const heartbeat = { rate: 100, positionMs: 0, segments: [] };
  await learner.call(learning.sendHeartbeat, { params, body: { ...heartbeat, seq: 1, event: 'play' } });
  await sleep(lengthMs + 500);
  const segments: [number, number][] = [[0, lengthMs]];
  await learner.call(learning.sendHeartbeat, {
    params,
    body: { ...heartbeat, seq: 2, event: 'pause', segments, positionMs: lengthMs },
  });
}
