import { asFailure } from '../api/failure.ts';
import { Retry } from '../device/retry.ts';
import type { Beat, BeatAnswer, BeatKeeper, WatchTransport } from './types.ts';

export interface QueueEvents {
  onAnswer: (answer: BeatAnswer, beat: Beat) => void;
  onConnection: (online: boolean, waiting: number) => void;
  /** The server knows this lease no longer: nothing more can be sent. */
  onGone: () => void;
}

interface QueueOptions extends QueueEvents {
  leaseId: string;
  owner: string;
  transport: Pick<WatchTransport, 'send'>;
  keeper: BeatKeeper;
  /** Beats kept from before a reload. */
  beats?: readonly Beat[];
}

type Waiter = { seq: number; resolve: () => void };

/**
 * Sends the beats of one lease strictly in order, one at a time. Each is kept on the device before it is sent and until it is
 * acknowledged; a repeated one changes nothing on the server, so that after any doubt it is simply sent again.
 */
export class BeatQueue {
  private beats: Beat[];
  private nextSeq: number;
  private sending = false;
  private closed = false;
  private waiters: Waiter[] = [];
  private readonly retry = new Retry(() => void this.pump());
  private readonly options: QueueOptions;

  constructor(options: QueueOptions) {
    this.options = options;
    this.beats = [...(options.beats ?? [])];
    this.nextSeq = (this.beats.at(-1)?.seq ?? 0) + 1;
  }

  get waiting(): number {
    return this.beats.length;
  }

  /** Takes a beat, which gets the next sequence number. The promise ends when it is acknowledged (or never will be). */
  push(beat: Omit<Beat, 'seq'>): Promise<void> {
    if (this.closed) return Promise.resolve();
    const numbered = { ...beat, seq: this.nextSeq };
    this.nextSeq += 1;
    this.beats.push(numbered);
    const acknowledged = new Promise<void>((resolve) => this.waiters.push({ seq: numbered.seq, resolve }));
    void this.keep();
    void this.pump();
    return acknowledged;
  }

  /** Tries at once, e.g. because the network came back. */
  kick(): void {
    this.retry.now();
  }

  /** The page is going away: everything is sent by requests that outlive it; what is lost on the way stays kept. */
  flushForGood(): void {
    this.retry.cancel();
    for (const beat of this.beats) {
      void this.options.transport.send(this.options.leaseId, beat, { keepalive: true }).catch(() => undefined);
    }
  }

  /** Sends no more. Kept beats stay on the device. */
  close(): void {
    this.closed = true;
    this.retry.cancel();
    this.release(Infinity);
  }

  private async pump(): Promise<void> {
    if (this.sending || this.closed || this.retry.waiting) return;
    this.sending = true;
    try {
      for (let beat = this.beats[0]; beat && !this.closed; beat = this.beats[0]) {
        const answer = await this.options.transport.send(this.options.leaseId, beat);
        this.retry.succeeded();
        this.acknowledge(beat.seq);
        this.options.onConnection(true, this.beats.length);
        this.options.onAnswer(answer, beat);
      }
    } catch (error) {
      this.failed(error);
    } finally {
      this.sending = false;
    }
    if (this.beats.length > 0) void this.pump();
  }

  private failed(error: unknown): void {
    const failure = asFailure(error);
    if (failure.code === 'beat_out_of_order') {
      this.resendFrom(Number(failure.params['expected']));
    } else if (failure.passing || failure.code === 'not_signed_in' || failure.code === 'bad_answer') {
      this.options.onConnection(false, this.beats.length);
      this.retry.later();
    } else {
      // lease_not_found, lease_ended, or a beat the server will never take: sending it again cannot help
      this.beats = [];
      void this.keep();
      this.close();
      this.options.onGone();
    }
  }

  /** The server stands elsewhere than we thought: what it has already is dropped, the rest is numbered from where it waits. */
  private resendFrom(expected: number): void {
    const first = this.beats[0]?.seq;
    if (first === undefined || !Number.isInteger(expected) || expected < 1 || expected === first)
      return this.retry.later();
    if (expected > first) {
      this.acknowledge(expected - 1);
      return;
    }
    this.beats = this.beats.map((beat, index) => ({ ...beat, seq: expected + index }));
    this.waiters = this.waiters.map((waiter) => ({ ...waiter, seq: waiter.seq - first + expected }));
    this.nextSeq = expected + this.beats.length;
    void this.keep();
  }

  private acknowledge(seq: number): void {
    this.beats = this.beats.filter((beat) => beat.seq > seq);
    this.nextSeq = Math.max(this.nextSeq, seq + 1);
    void this.keep();
    this.release(seq);
  }

  private release(seq: number): void {
    const [done, left] = [
      this.waiters.filter((each) => each.seq <= seq),
      this.waiters.filter((each) => each.seq > seq),
    ];
    this.waiters = left;
    done.forEach((waiter) => waiter.resolve());
  }

  private async keep(): Promise<void> {
    const { leaseId, owner, keeper } = this.options;
    if (this.beats.length === 0) await keeper.remove(leaseId);
    else await keeper.save(leaseId, { leaseId, owner, beats: this.beats, keptAt: Date.now() });
  }
}
