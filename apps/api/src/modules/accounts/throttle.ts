import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { throttleState } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { Sql } from '../../database/sql.ts';
import { ApiError } from '../../http/api-error.ts';
import { networkOf } from './address.ts';

/** Failures of one address in a quarter of an hour before it must wait: gentle, because a whole school may sit behind one address. */
const ADDRESS_FAILURES = 100;
const ADDRESS_WINDOW_MS = 15 * 60_000;
/** After a day without a failure an account starts afresh. */
const FORGET_MS = 24 * 3_600_000;

/** What failures are counted under: the account where there is one, else the login typed, so that both look the same from outside. */
export const throttleKey = (accountId: string | null, login: string) =>
  accountId ? `account:${accountId}` : `login:${createHash('sha256').update(login).digest('base64url')}`;

const throttled = (code: 'sign_in_throttled' | 'address_throttled', until: Date, now: Date) => {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return new ApiError(code, { params: { seconds }, retryAfter: seconds });
};

/** Counts failed attempts in the database: every process sees the same count, and a restart forgets nothing. */
@Injectable()
export class Throttle {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one try of an account *before* the password is looked at, under a lock, so that parallel guesses cannot share one try.
   * A success gives the tries back by `forget`.
   * @returns the error to answer if the password turns out wrong
   * @throws ApiError sign_in_throttled while the account has to wait
   */
  async takeTry(key: string): Promise<ApiError> {
    const now = this.clock.now();
    const failures = await this.uow.run(async (tx) => {
      await tx.execute('insert into sign_in_throttle values ($1, 0, $2) on conflict do nothing', [key, now]);
      const row = await tx.one<{ failures: number; last_failure_at: Date }>(
        'select failures, last_failure_at from sign_in_throttle where key = $1 for update',
        [key],
      );
      const last = row?.last_failure_at ?? now;
      const earlier = now.getTime() - last.getTime() < FORGET_MS ? (row?.failures ?? 0) : 0;
      const state = throttleState(earlier, last, now);
      if (!state.allowed) throw throttled('sign_in_throttled', state.retryAt, now);
      await tx.execute('update sign_in_throttle set failures = $2, last_failure_at = $3 where key = $1', [
        key,
        earlier + 1,
        now,
      ]);
      return earlier + 1;
    });
    const next = throttleState(failures, now, now);
    return next.allowed
      ? new ApiError('wrong_credentials', { params: { triesLeft: next.triesLeft } })
      : throttled('sign_in_throttled', next.retryAt, now);
  }

  /** After a success or a reset the account has all its tries again. */
  async forget(tx: Sql, key: string): Promise<void> {
    await tx.execute('delete from sign_in_throttle where key = $1', [key]);
  }

  /** @throws ApiError address_throttled while the address has failed too often in this quarter of an hour */
  async checkAddress(address: string): Promise<void> {
    const { key, end, now } = this.window(address);
    const row = await this.pg.one<{ failures: number }>('select failures from sign_in_throttle where key = $1', [key]);
    if ((row?.failures ?? 0) >= ADDRESS_FAILURES) throw throttled('address_throttled', end, now);
  }

  /** Counts a failure against the address. */
  async addressFailed(address: string): Promise<void> {
    const { key, now } = this.window(address);
    await this.pg.execute(
      `insert into sign_in_throttle as t values ($1, 1, $2)
       on conflict (key) do update set failures = t.failures + 1, last_failure_at = excluded.last_failure_at`,
      [key, now],
    );
  }

  private window(address: string) {
    const now = this.clock.now();
    const index = Math.floor(now.getTime() / ADDRESS_WINDOW_MS);
    return { key: `address:${networkOf(address)}:${index}`, end: new Date((index + 1) * ADDRESS_WINDOW_MS), now };
  }
}
