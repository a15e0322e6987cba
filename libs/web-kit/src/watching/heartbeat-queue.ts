import { asFailure } from '../api/failure.ts';
import { Retry } from '../device/retry.ts';
import type { Heartbeat, HeartbeatAnswer, HeartbeatKeeper, WatchTransport } from './types.ts';

interface QueueEvents {
  onAnswer: (answer: HeartbeatAnswer, heartbeat: Heartbeat) => void;
  onConnection: (online: boolean, waiting: number) => void;
  /** The server knows this lease no longer: nothing more can be sent. */
  onGone: () => void;
}

interface QueueOptions extends QueueEvents {
  leaseId: string;
  owner: string;
  transport: Pick<WatchTransport, 'send'>;
  keeper: HeartbeatKeeper;
  /** Heartbeats kept from before a reload. */
  heartbeats?: readonly Heartbeat[];
}

type Waiter = { seq: number; resolve: () => void };

/**
 * Sends the heartbeats of one lease strictly in order, one at a time. Each is kept on the device before it is sent and until it is
 * acknowledged; a repeated one changes nothing on the server, so that after any doubt it is simply sent again.
 */
export class HeartbeatQueue {
  private heartbeats: Heartbeat[];
  private nextSeq: number;
  private sending = false;
  private closed = false;
  private waiters: Waiter[] = [];
  private readonly retry = new Retry(() => void this.pump());
  private readonly options: QueueOptions;

  constructor(options: QueueOptions) {
    this.options = options;
    this.heartbeats = [...(options.heartbeats ?? [])];
    this.nextSeq = (this.heartbeats.at(-1)?.seq ?? 0) + 1;
  }

  get waiting(): number {
    return this.heartbeats.length;
  }

  /** Takes a heartbeat, which gets the next sequence number. The promise ends when it is acknowledged (or never will be). */
  push(heartbeat: Omit<Heartbeat, 'seq'>): Promise<void> {
    if (this.closed) return Promise.resolve();
    const numbered = { ...heartbeat, seq: this.nextSeq };
    this.nextSeq += 1;
    this.heartbeats.push(numbered);
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
    for (const heartbeat of this.heartbeats) {
      void this.options.transport.send(this.options.leaseId, heartbeat, { keepalive: true }).catch(() => undefined);
    }
  }

  /** Sends no more. Kept heartbeats stay on the device. */
  close(): void {
    this.closed = true;
    this.retry.cancel();
    this.release(Infinity);
  }

  private async pump(): Promise<void> {
    if (this.sending || this.closed || this.retry.waiting) return;
    this.sending = true;
    try {
      for (let heartbeat = this.heartbeats[0]; heartbeat && !this.closed; heartbeat = this.heartbeats[0]) {
        const answer = await this.options.transport.send(this.options.leaseId, heartbeat);
        this.retry.succeeded();
        this.acknowledge(heartbeat.seq);
        this.options.onConnection(true, this.heartbeats.length);
        this.options.onAnswer(answer, heartbeat);
      }
    } catch (error) {
      this.failed(error);
    } finally {
      this.sending = false;
    }
    if (this.heartbeats.length > 0) void this.pump();
  }

  private failed(error: unknown): void {
    const failure = asFailure(error);
    if (failure.code === 'heartbeat_out_of_order') {
      this.resendFrom(Number(failure.params['expected']));
    } else if (failure.passing || failure.code === 'not_signed_in' || failure.code === 'bad_answer') {
      this.options.onConnection(false, this.heartbeats.length);
      this.retry.later();
    } else {
      // lease_not_found, lease_ended, or a heartbeat the server will never take: sending it again cannot help
      this.heartbeats = [];
      void this.keep();
      this.close();
      this.options.onGone();
    }
  }

  /** The server stands elsewhere than we thought: what it has already is dropped, the rest is numbered from where it waits. */
  private resendFrom(expected: number): void {
    const first = this.heartbeats[0]?.seq;
    if (first === undefined || !Number.isInteger(expected) || expected < 1 || expected === first)
      return this.retry.later();
    if (expected > first) {
      this.acknowledge(expected - 1);
      return;
    }
    this.heartbeats = this.heartbeats.map((heartbeat, index) => ({ ...heartbeat, seq: expected + index }));
    this.waiters = this.waiters.map((waiter) => ({ ...waiter, seq: waiter.seq - first + expected }));
    this.nextSeq = expected + this.heartbeats.length;
    void this.keep();
  }

  private acknowledge(seq: number): void {
    this.heartbeats = this.heartbeats.filter((heartbeat) => heartbeat.seq > seq);
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
    if (this.heartbeats.length === 0) await keeper.remove(leaseId);
    else await keeper.save(leaseId, { leaseId, owner, heartbeats: this.heartbeats, keptAt: Date.now() });
  }
}
