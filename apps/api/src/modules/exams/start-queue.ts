import { ApiError } from '../../http/api-error.ts';

/**
 * Lets some pass at a time; the others wait in line, first come, first served. So a whole school that starts at the same minute takes few
 * database connections, and saves find one.
 */
export class StartQueue {
  private passing = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param longest how many may wait; more are refused as `overloaded` */
  constructor(
    private readonly atOnce: number,
    private readonly longest: number,
  ) {}

  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.passing < this.atOnce) this.passing += 1;
    else if (this.waiting.length >= this.longest) throw new ApiError('overloaded', { retryAfter: 5 });
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      // who leaves hands the place to the next
      const next = this.waiting.shift();
      if (next) next();
      else this.passing -= 1;
    }
  }
}
