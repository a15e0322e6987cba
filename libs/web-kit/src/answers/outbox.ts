import { asFailure, type FailureCode } from '../api/failure.ts';
import { Observable } from '../device/observable.ts';
import { Retry } from '../device/retry.ts';
import { stillToOffer } from './merge.ts';
import type { AnswerKeeper, KnownAnswer, Save, SaveAnswer, SendAnswer } from './types.ts';

export interface OutboxState {
  /**
   * saved: everything given is acknowledged · saving · offline: `waiting` answers are kept on this device · superseded: another device
   * writes now · late: the time is over, answers are kept but not marked · refused: the server will not take an answer (`failure`).
   */
  status: 'saved' | 'saving' | 'offline' | 'superseded' | 'late' | 'refused';
  waiting: number;
  /** The choice of each slot as it stands here. */
  choices: ReadonlyMap<number, readonly string[]>;
  failure: FailureCode | null;
}

export interface OutboxOptions {
  attemptId: string;
  /** Account of the learner: part of the key on the device. */
  owner: string;
  epoch: number;
  /** Acknowledged answers as the server told them. */
  answers: readonly KnownAnswer[];
  keeper: AnswerKeeper;
  send: SendAnswer;
  /** Told of each acknowledgement: it carries the deadline and the server's time. */
  onSaved?: (answer: SaveAnswer) => void;
}

/**
 * Answers on their way to the server. Each is numbered, kept on the device before it is sent and until it is acknowledged; the latest of a slot
 * wins; it survives a crash, time offline and a new sign-in (promises P1 to P3).
 */
export class AnswerOutbox {
  readonly state: Observable<OutboxState>;
  private waiting: Record<number, Save> = {};
  private epoch: number;
  private seq = 0;
  private sending: Promise<void> | null = null;
  private closed = false;
  private readonly retry = new Retry(() => void this.pump());
  private readonly options: OutboxOptions;

  private constructor(options: OutboxOptions) {
    this.options = options;
    this.epoch = options.epoch;
    this.state = new Observable<OutboxState>({
      status: 'saved',
      waiting: 0,
      choices: choicesOf(options.answers),
      failure: null,
    });
  }

  /** Opens the outbox of an attempt and offers again what this device still keeps for it. */
  static async open(options: OutboxOptions): Promise<AnswerOutbox> {
    const outbox = new AnswerOutbox(options);
    const kept = await options.keeper.load(outbox.key);
    outbox.continueAs(options.epoch, options.answers, kept?.waiting ?? {});
    return outbox;
  }

  /** Gives (or changes) the answer of a slot; returns at once. */
  choose(slot: number, choice: readonly string[]): void {
    this.put(slot, choice);
    void this.keep().then(() => this.pump());
  }

  /** This device became the writer: the server's answers count, except where a newer one waits here. */
  takeOver(epoch: number, answers: readonly KnownAnswer[]): void {
    this.state.set({ status: 'saved', choices: choicesOf(answers) });
    this.continueAs(epoch, answers, this.waiting);
  }

  /** Tries at once, e.g. because the network came back. */
  kick(): void {
    this.retry.now();
  }

  /** Sends what waits; true when everything is acknowledged. */
  async flush(): Promise<boolean> {
    this.retry.cancel();
    await this.pump();
    return this.count === 0;
  }

  /** Sends no more; what waits stays on the device. */
  close(): void {
    this.closed = true;
    this.retry.cancel();
  }

  private get key(): string {
    return `${this.options.owner}:${this.options.attemptId}`;
  }

  private get count(): number {
    return Object.keys(this.waiting).length;
  }

  private continueAs(epoch: number, answers: readonly KnownAnswer[], kept: Readonly<Record<number, Save>>): void {
    this.epoch = epoch;
    this.seq = Math.max(0, ...answers.filter((answer) => answer.epoch === epoch).map((answer) => answer.seq));
    this.waiting = {};
    for (const { slot, save } of stillToOffer(kept, answers)) this.put(slot, save.choice);
    void this.keep().then(() => this.pump());
  }

  private put(slot: number, choice: readonly string[]): void {
    this.seq += 1;
    this.waiting = { ...this.waiting, [slot]: { epoch: this.epoch, seq: this.seq, choice: [...choice] } };
    const choices = new Map(this.state.get().choices).set(slot, choice);
    const { status } = this.state.get();
    this.state.set({
      choices,
      waiting: this.count,
      status: status === 'saved' || status === 'refused' ? 'saving' : status,
    });
  }

  private pump(): Promise<void> {
    const { status } = this.state.get();
    if (this.closed || this.retry.waiting || status === 'superseded' || status === 'refused') return Promise.resolve();
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
      if (this.count > 0) void this.pump(); // given between the last look and now
    });
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    try {
      for (let next = this.oldest(); next && !this.closed; next = this.oldest()) {
        const answer = await this.options.send(next.slot, next.save);
        this.retry.succeeded();
        await this.acknowledged(next, answer);
        if (answer.superseded && next.save.epoch === this.epoch) return this.state.set({ status: 'superseded' });
      }
    } catch (error) {
      this.failed(asFailure(error));
    }
  }

  private oldest(): { slot: number; save: Save } | null {
    const rows = Object.entries(this.waiting).sort(([, a], [, b]) => a.epoch - b.epoch || a.seq - b.seq);
    const first = rows[0];
    return first ? { slot: Number(first[0]), save: first[1] } : null;
  }

  private async acknowledged({ slot, save }: { slot: number; save: Save }, answer: SaveAnswer): Promise<void> {
    const current = this.waiting[slot];
    if (current?.seq === save.seq && current.epoch === save.epoch) {
      const { [slot]: _done, ...rest } = this.waiting;
      this.waiting = rest;
    }
    await this.keep();
    this.options.onSaved?.(answer);
    const status = answer.late ? 'late' : this.count === 0 ? 'saved' : 'saving';
    this.state.set({ status, waiting: this.count, failure: null });
  }

  private failed(failure: { code: FailureCode; passing: boolean }): void {
    if (failure.code === 'writer_superseded') return this.state.set({ status: 'superseded' });
    const passes = failure.passing || failure.code === 'not_signed_in' || failure.code === 'bad_answer';
    this.state.set({ status: passes ? 'offline' : 'refused', waiting: this.count, failure: failure.code });
    if (passes) this.retry.later();
  }

  private async keep(): Promise<void> {
    const { keeper, attemptId } = this.options;
    if (this.count === 0) await keeper.remove(this.key);
    else await keeper.save(this.key, { attemptId, waiting: this.waiting });
  }
}

function choicesOf(answers: readonly KnownAnswer[]): Map<number, readonly string[]> {
  return new Map(answers.map((answer) => [answer.slot, answer.choice]));
}
