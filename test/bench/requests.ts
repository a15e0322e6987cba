import type { BenchLearner, BenchName, BenchSchool } from './types.ts';

/** Makes the requests of one learner, one after the other: the same bytes for our server and for the reference. */
export type Requests = () => string;

type Maker = (learner: BenchLearner, school: BenchSchool) => Requests;

/** Of the time that passed this share is reported as played: within the budget whatever the clocks do. */
const PLAYED = 0.9;

export const requestsOf: Record<BenchName, Maker> = {
  heartbeats: (learner, { durationMs }) => {
    let seq = 0;
    let at = 0;
    let sent = performance.now();
    return () => {
      const now = performance.now();
      const from = at < durationMs - 10_000 ? at : 0;
      at = from + Math.max(1, Math.floor((now - sent) * PLAYED));
      sent = now;
      seq += 1;
      if (seq === 1) at = 0;
      const segments = seq === 1 ? [] : [[from, at]];
      const body = { seq, event: seq === 1 ? 'play' : 'tick', segments, positionMs: at };
      return request(learner, 'POST', `/leases/${learner.leaseId}/heartbeats`, body);
    };
  },
  answers: (learner) => {
    const { id, epoch, slots } = learner.attempt;
    let seq = 0;
    return () => {
      const { slot, choice } = slots[seq % slots.length] ?? { slot: 1, choice: [] };
      seq += 1;
      return request(learner, 'PUT', `/my/attempts/${id}/answers/${slot}`, { epoch, seq, choice });
    };
  },
  'my-courses': (learner) => always(request(learner, 'GET', '/my/courses')),
  content: (learner, { courseId }) => always(request(learner, 'GET', `/catalog/courses/${courseId}`)),
  'sign-in': ({ login, password }) => always(request(null, 'POST', '/sessions', { login, password })),
};

const always = (text: string) => () => text;

function request(learner: BenchLearner | null, method: string, path: string, body?: object): string {
  const text = body ? JSON.stringify(body) : '';
  const lines = [`${method} /api/v1${path} HTTP/1.1`, 'host: localhost', 'sec-fetch-site: same-origin'];
  // The reference knows no sessions: it takes the person's id from the header.
  if (learner) lines.push(`cookie: ${learner.cookie}`, `x-person: ${learner.personId}`);
  if (body) lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(text)}`);
  return `${lines.join('\r\n')}\r\n\r\n${text}`;
}
