import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isNewer, type SaveOrder } from '@dangxiao/domain';
import type { Candidate } from '../support/candidates.ts';

export interface Sent extends SaveOrder {
  slot: number;
  choice: readonly string[];
  /** When it was acknowledged, by this machine's clock. */
  at: number;
}

export const isNewerSave = isNewer;

/** A candidate's page as the portal's outbox behaves: it numbers its saves and sends one again until it is acknowledged. */
export class ExamWriter {
  private readonly url: string;
  private readonly person: Candidate;
  private readonly examId: string;
  private readonly slots: number;
  private attempt = { id: '', epoch: 0, seq: 0, open: false };
  private running = false;
  private acknowledged = new Map<string, Sent[]>();
  private receipts = new Map<string, string[]>();

  constructor(baseUrl: string, person: Candidate, examId: string, slots: number) {
    this.url = `${baseUrl}/api/v1/my`;
    this.person = person;
    this.examId = examId;
    this.slots = slots;
  }

  /** Starts or enters an attempt; does nothing for somebody who has passed. */
  async start(): Promise<void> {
    const answer = await this.insist('POST', `/exams/${this.examId}/attempts`);
    const { id, epoch } = answer as { id?: string; epoch?: number };
    if (id && epoch) this.attempt = { id, epoch, seq: 0, open: true };
  }

  /** Saves answers until `pause`, or until the attempt is handed in. */
  async write(): Promise<void> {
    this.running = true;
    while (this.running && this.attempt.open) {
      const { id, epoch } = this.attempt;
      const save = {
        slot: randomInt(1, this.slots + 1),
        epoch,
        seq: (this.attempt.seq += 1),
        choice: ['ABCD'.charAt(randomInt(4))],
      };
      await this.insist('PUT', `/attempts/${id}/answers/${save.slot}`, { epoch, seq: save.seq, choice: save.choice });
      this.acknowledged.set(id, [...(this.acknowledged.get(id) ?? []), { ...save, at: Date.now() }]);
      await sleep(randomInt(0, 5));
    }
  }

  pause(): void {
    this.running = false;
  }

  /** Hands in until there is a receipt, and twice more. */
  async handIn(): Promise<void> {
    const { id, open } = this.attempt;
    if (!open) return;
    for (let time = 0; time < 3; time += 1) {
      const receipt = JSON.stringify(await this.insist('POST', `/attempts/${id}/hand-in`));
      this.receipts.set(id, [...(this.receipts.get(id) ?? []), receipt]);
    }
    this.attempt.open = false;
  }

  /** Saves acknowledged and not yet taken. */
  get waiting(): number {
    return [...this.acknowledged.values()].reduce((sum, saves) => sum + saves.length, 0);
  }

  takeAcknowledged(): Map<string, Sent[]> {
    const taken = this.acknowledged;
    this.acknowledged = new Map();
    return taken;
  }

  takeReceipts(): Map<string, string[]> {
    const taken = this.receipts;
    this.receipts = new Map();
    return taken;
  }

  /** Sends until the server answers with anything but a failure of its own. */
  private async insist(method: string, path: string, body?: unknown): Promise<unknown> {
    for (let tries = 0; tries < 2_000; tries += 1) {
      const answer = await this.send(method, path, body).catch(() => null);
      if (answer && answer.status < 500) {
        if (answer.status >= 400 && answer.status !== 409)
          throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
        return answer.json();
      }
      await sleep(50);
    }
    throw new Error(`${path} was never answered`);
  }

  private send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers: Record<string, string> = { cookie: this.person.cookie, origin: new URL(this.url).origin };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const signal = AbortSignal.timeout(10_000);
    return fetch(this.url + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
  }
}
