import { Observable } from '../device/observable.ts';
import { HeartbeatQueue } from './heartbeat-queue.ts';
import { sendLeftovers } from './leftovers.ts';
import { PlayRecorder } from './recorder.ts';
import type { Heartbeat, HeartbeatAnswer, HeartbeatKeeper, Refused, WatchProgress, WatchTransport } from './types.ts';

export const heartbeatIntervalMs = 15_000;
/** How long playback waits for its play heartbeat to be acknowledged: time before that cannot count. */
const playPatienceMs = 1_500;
/** Players land some ms beside the position that was asked for; so near to the frontier, playing goes on from the frontier itself. */
const landingMs = 1_000;

export interface WatchState {
  /** idle: no lease · online · offline: heartbeats wait on this device · elsewhere: another device took over. */
  status: 'idle' | 'online' | 'offline' | 'elsewhere';
  waiting: number;
  progress: WatchProgress;
  refused: readonly Refused[];
  /** Furthest position that may be sought to on a first view, ms: what the server knows, or was played here since. */
  frontierMs: number;
  /** Hours that this playback earned, once it did. */
  awarded: string | null;
}

export interface WatchOptions {
  transport: WatchTransport;
  keeper: HeartbeatKeeper;
  /** Account of the learner. */
  owner: string;
  durationMs: number;
  progress: WatchProgress;
  refused?: readonly Refused[];
  /** Monotonic ms. */
  now?: () => number;
}

/**
 * One lesson being studied: holds the lease, records what is played and reports it in heartbeats. What counts is decided by the server alone;
 * this class only loses nothing on the way.
 */
export class WatchSession {
  readonly state: Observable<WatchState>;
  private readonly options: WatchOptions;
  private readonly now: () => number;
  private readonly recorder = new PlayRecorder();
  private queue: HeartbeatQueue | null = null;
  private position = 0;
  private ratePercent = 100;
  private lastHeartbeatAt = 0;
  private ticker: ReturnType<typeof setInterval> | null = null;

  constructor(options: WatchOptions) {
    this.options = options;
    this.now = options.now ?? (() => performance.now());
    this.state = new Observable<WatchState>({
      status: 'idle',
      waiting: 0,
      progress: options.progress,
      refused: options.refused ?? [],
      frontierMs: options.progress.frontierMs,
      awarded: null,
    });
  }

  /**
   * Makes playing count from here: takes the lease if there is none and waits (a little) until the server knows that it plays.
   * @throws {ApiFailure} `lecture_elsewhere` unless `takeOver`; anything else that refuses a lease.
   */
  async play(position: number, takeOver = false): Promise<void> {
    if (this.recorder.playing) return;
    this.position = position;
    const queue = this.queue ?? (await this.open(takeOver));
    const acknowledged = this.heartbeat(queue, 'play');
    await Promise.race([acknowledged, new Promise((resolve) => setTimeout(resolve, playPatienceMs))]);
    if (this.queue !== queue) return; // ended while we waited
    this.recorder.begin(this.landed(position), this.now());
    this.ticker ??= setInterval(() => this.tickIfDue(), 1_000);
  }

  /** The player is at `position`; to be called often while it plays. */
  move(position: number): void {
    if (!this.recorder.playing) return;
    this.position = position;
    this.recorder.move(position, this.now());
    const frontierMs = Math.max(this.state.get().frontierMs, Math.floor(position));
    this.state.set({ frontierMs });
    this.tickIfDue();
  }

  pause(position: number): void {
    if (!this.recorder.playing || !this.queue) return;
    this.position = position;
    this.recorder.stop(position, this.now());
    void this.heartbeat(this.queue, 'pause');
  }

  seek(from: number, to: number): void {
    this.position = to;
    if (!this.recorder.playing || !this.queue) return;
    this.recorder.jump(from, this.landed(to), this.now());
    void this.heartbeat(this.queue, 'seek');
  }

  setRate(percent: number): void {
    this.ratePercent = percent;
    this.recorder.setRate(percent);
    if (this.recorder.playing && this.queue) void this.heartbeat(this.queue, 'rate');
  }

  /** The lesson played to its end: the lease is given back. */
  async finish(): Promise<void> {
    const queue = this.queue;
    if (!queue) return;
    this.recorder.stop(this.options.durationMs, this.now());
    this.position = this.options.durationMs;
    const acknowledged = this.heartbeat(queue, 'end');
    this.stopTicking();
    await acknowledged;
    if (this.queue === queue) this.forget('idle');
  }

  /** The page is going away for good. */
  leave(): void {
    const queue = this.queue;
    if (!queue) return;
    this.recorder.stop(this.position, this.now());
    void this.heartbeat(queue, 'end');
    queue.flushForGood();
    this.forget('idle');
  }

  /** The network came back. */
  kick(): void {
    this.queue?.kick();
  }

  private async open(takeOver: boolean): Promise<HeartbeatQueue> {
    const { transport, keeper, owner } = this.options;
    const ours = await sendLeftovers(keeper, transport, owner);
    const lease = await transport.open(takeOver || ours.length > 0);
    const queue: HeartbeatQueue = new HeartbeatQueue({
      leaseId: lease.leaseId,
      owner,
      transport,
      keeper,
      onAnswer: (answer) => this.answered(queue, answer),
      onConnection: (online, waiting) =>
        this.queue === queue && this.state.set({ status: online ? 'online' : 'offline', waiting }),
      onGone: () => this.queue === queue && this.forget('elsewhere'),
    });
    this.queue = queue;
    this.learn(lease.progress);
    this.state.set({ status: 'online', waiting: 0 });
    return queue;
  }

  private heartbeat(queue: HeartbeatQueue, event: Heartbeat['event']): Promise<void> {
    this.lastHeartbeatAt = this.now();
    const { durationMs } = this.options;
    const clip = (ms: number) => Math.min(durationMs, Math.max(0, Math.floor(ms)));
    const segments = this.recorder
      .take()
      .map(([from, to]): [number, number] => [clip(from), clip(to)])
      .filter(([from, to]) => from < to);
    const acknowledged = queue.push({
      event,
      segments: segments.slice(-50),
      positionMs: clip(this.position),
      rate: this.ratePercent,
    });
    this.state.set({ waiting: queue.waiting });
    return acknowledged;
  }

  private tickIfDue(): void {
    if (!this.recorder.playing || !this.queue || this.now() - this.lastHeartbeatAt < heartbeatIntervalMs) return;
    void this.heartbeat(this.queue, 'tick');
  }

  private answered(queue: HeartbeatQueue, answer: HeartbeatAnswer): void {
    // what was refused as skipped or impossible moved no frontier on the server, so it moves none here
    this.learn(answer.progress, !answer.refused.some(({ reason }) => reason === 'ahead' || reason === 'impossible'));
    if (answer.refused.length > 0) this.state.set({ refused: [...this.state.get().refused, ...answer.refused] });
    if (answer.awarded !== null) this.state.set({ awarded: answer.awarded });
    if (!answer.live && this.queue === queue && this.recorder.playing) this.forget('elsewhere');
  }

  private learn(progress: WatchProgress, trusted = true): void {
    const { frontierMs } = this.state.get();
    this.state.set({ progress, frontierMs: trusted ? Math.max(frontierMs, progress.frontierMs) : progress.frontierMs });
  }

  /** A segment that begins only just beyond the frontier would be refused whole, as if the learner had skipped ahead. */
  private landed(position: number): number {
    const { frontierMs, progress } = this.state.get();
    const beyond = position - frontierMs;
    return progress.completedAt === null && beyond > 0 && beyond <= landingMs ? frontierMs : position;
  }

  private forget(status: 'idle' | 'elsewhere'): void {
    this.stopTicking();
    if (this.recorder.playing) this.recorder.stop(this.position, this.now());
    this.recorder.take();
    this.queue = null;
    this.state.set({ status, waiting: 0 });
  }

  private stopTicking(): void {
    if (this.ticker !== null) clearInterval(this.ticker);
    this.ticker = null;
  }
}
