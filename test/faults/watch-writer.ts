import { setTimeout as sleep } from 'node:timers/promises';
import type { Interval } from '@dangxiao/domain';
import type { Candidate } from '../support/candidates.ts';

/** A heartbeat that was answered, with what the answer promised. */
export interface Acknowledged {
  leaseId: string;
  lessonId: string;
  seq: number;
  coverage: Interval[];
  awarded: string | null;
  /** When the answer was there, by this machine's clock. */
  at: number;
}

interface Answer {
  progress: { coverage: Interval[]; frontierMs: number; completedAt: string | null };
  awarded: string | null;
}

/** A learner's player as the portal's is: one lecture after the other in real time, every heartbeat sent again until it is answered. */
export class WatchWriter {
  readonly personId: string;
  private readonly url: string;
  readonly cookie: string;
  private readonly course: { id: string; lessonIds: readonly string[] };
  private lesson = 0;
  private running = false;
  private acknowledged: Acknowledged[] = [];

  constructor(baseUrl: string, person: Candidate, course: { id: string; lessonIds: readonly string[] }) {
    this.url = `${baseUrl}/api/v1`;
    this.personId = person.personId;
    this.cookie = person.cookie;
    this.course = course;
  }

  /** Watches until `pause`. */
  async watch(): Promise<void> {
    this.running = true;
    while (this.running)
      await this.watchLesson(this.course.lessonIds[this.lesson % this.course.lessonIds.length] ?? '');
  }

  pause(): void {
    this.running = false;
  }

  /** Heartbeats acknowledged and not yet taken. */
  get waiting(): number {
    return this.acknowledged.length;
  }

  takeAcknowledged(): Acknowledged[] {
    const taken = this.acknowledged;
    this.acknowledged = [];
    return taken;
  }

  private async watchLesson(lessonId: string): Promise<void> {
    const lease = (await this.insist(`/lessons/${lessonId}/leases`, { courseId: this.course.id, takeOver: true })) as {
      leaseId: string;
      progress: Answer['progress'];
    };
    let at = lease.progress.frontierMs;
    const send = async (seq: number, event: string, segments: Interval[]) => {
      const answer = (await this.insist(`/leases/${lease.leaseId}/heartbeats`, {
        seq,
        event,
        segments,
        positionMs: at,
      })) as Answer;
      const { coverage } = answer.progress;
      this.acknowledged.push({
        leaseId: lease.leaseId,
        lessonId,
        seq,
        coverage,
        awarded: answer.awarded,
        at: Date.now(),
      });
      return answer;
    };
    await send(1, 'play', []);
    let before = performance.now();
    for (let seq = 2; this.running; seq += 1) {
      await sleep(10);
      const now = performance.now();
      const from = at;
      at += Math.floor(now - before);
      before = now;
      const answer = await send(seq, 'tick', [[from, at]]);
      if (answer.progress.completedAt) {
        this.lesson += 1;
        return;
      }
      // what was refused or clipped is played again
      at = answer.progress.coverage.at(-1)?.[1] ?? 0;
    }
  }

  /** Sends until the server answers with anything but a failure of its own. */
  private async insist(path: string, body: unknown): Promise<unknown> {
    for (let tries = 0; tries < 2_000; tries += 1) {
      const answer = await this.send(path, body).catch(() => null);
      if (answer && answer.status < 500) {
        if (answer.status >= 400) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
        return answer.json();
      }
      await sleep(50);
    }
    throw new Error(`${path} was never answered`);
  }

  private send(path: string, body: unknown): Promise<Response> {
    return fetch(this.url + path, {
      method: 'POST',
      headers: { cookie: this.cookie, origin: new URL(this.url).origin, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
  }
}
