import { ApiError } from '../http/api-error.ts';
import { isCommitUncertain, isDatabaseAway } from '../http/to-api-error.ts';

export interface BatcherLimits {
  /** Items sent together at most. */
  batch: number;
  /** Items that may wait; more are refused as `overloaded`. */
  waiting: number;
  /** An item waits for the work in flight at most this long, then its batch starts beside it. */
  patienceMs: number;
  /** Batches in flight at most, however long items wait. */
  flights: number;
}

const usual: BatcherLimits = { batch: 500, waiting: 5_000, patienceMs: 50, flights: 4 };

interface Waiting<Item, Result> {
  key: string;
  item: Item;
  since: number;
  settle: (result: Result) => void;
  fail: (error: unknown) => void;
}

/**
 * Gathers what arrives while a statement is in flight and hands it on as one batch: one commit for many callers, each answered after it.
 * A batch holds at most one item of a key, sorted by key, so that batches of several processes lock rows in one order; later items of
 * the key wait for the next batch, in their order. When a batch fails its items are tried again one by one, so that one of them
 * cannot fail the others: the work must be idempotent. When the database is away, the first that finds it so speaks for all of them. An uncertain
 * commit fails all at once: another try would find its rows, write nothing, wait for no standby, and look like a success.
 */
export class Batcher<Item, Result> {
  private queue: Waiting<Item, Result>[] = [];
  private readonly busy = new Set<string>();
  private flights = 0;
  private timer: NodeJS.Timeout | null = null;
  private readonly limits: BatcherLimits;

  /** @param work gets the items sorted by key, returns one result for each, in their order */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Result[]>,
    limits: Partial<BatcherLimits> = {},
  ) {
    this.limits = { ...usual, ...limits };
  }

  /** @throws ApiError `overloaded` when too many wait already; else whatever the work throws for this item */
  add(key: string, item: Item): Promise<Result> {
    if (this.queue.length >= this.limits.waiting) return Promise.reject(new ApiError('overloaded', { retryAfter: 1 }));
    return new Promise((settle, fail) => {
      this.queue.push({ key, item, since: performance.now(), settle, fail });
      // The rest of what this turn of the event loop brings joins the batch.
      if (this.queue.length === 1) setImmediate(() => this.next());
    });
  }

  private next(): void {
    const oldest = this.queue[0];
    if (!oldest || this.flights >= this.limits.flights) return;
    const left = this.limits.patienceMs - (performance.now() - oldest.since);
    if (this.flights > 0 && left > 0) {
      this.timer ??= setTimeout(() => {
        this.timer = null;
        this.next();
      }, left);
      return;
    }
    const batch = this.take();
    if (batch.length > 0) void this.fly(batch);
  }

  private take(): Waiting<Item, Result>[] {
    const batch = new Map<string, Waiting<Item, Result>>();
    this.queue = this.queue.filter((waiting) => {
      if (batch.size >= this.limits.batch || batch.has(waiting.key) || this.busy.has(waiting.key)) return true;
      batch.set(waiting.key, waiting);
      return false;
    });
    return [...batch.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  private async fly(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    this.flights += 1;
    for (const { key } of batch) this.busy.add(key);
    try {
      const results = await this.work(batch.map(({ item }) => item));
      batch.forEach((waiting, index) => waiting.settle(results[index] as Result));
    } catch (error) {
      if (batch.length === 1 || isCommitUncertain(error)) for (const waiting of batch) waiting.fail(error);
      else await this.oneByOne(batch);
    } finally {
      for (const { key } of batch) this.busy.delete(key);
      this.flights -= 1;
      this.next();
    }
  }

  private async oneByOne(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    let away: unknown = null;
    for (const waiting of batch) {
      if (away) {
        waiting.fail(away);
        continue;
      }
      try {
        const [result] = await this.work([waiting.item]);
        waiting.settle(result as Result);
      } catch (error) {
        waiting.fail(error);
        if (isDatabaseAway(error)) away = error;
      }
    }
  }
}
