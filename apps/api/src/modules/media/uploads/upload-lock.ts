import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';
import type { Sql } from '../../../database/sql.ts';

const HELD_FOR = `interval '15 seconds'`;
const RENEW_EVERY_MS = 1_000;
const RETRY_EVERY_MS = 250;
const PATIENCE_MS = 20_000;

const take = `update upload set lock_token = $2, locked_until = now() + ${HELD_FOR}, lock_wanted = false
  where id = $1 and (lock_token is null or locked_until < now()) returning id`;
const want = 'update upload set lock_wanted = true where id = $1';
const renew = `update upload set locked_until = now() + ${HELD_FOR} where id = $1 and lock_token = $2 returning lock_wanted as wanted`;
const release = `update upload set lock_token = null, locked_until = null, lock_wanted = false where id = $1 and lock_token = $2`;

/**
 * One writer an upload, over all processes: the lock is a row. A request that resumes an upload whose old connection hangs asks the holder to
 * let go; a holder that died is waited out.
 */
export class UploadLocker implements Locker {
  constructor(private readonly sql: Sql) {}

  newLock(id: string): Lock {
    return new UploadLock(id, this.sql);
  }
}

class UploadLock implements Lock {
  private readonly token = randomUUID();
  private renewal: NodeJS.Timeout | undefined;

  constructor(
    private readonly id: string,
    private readonly sql: Sql,
  ) {}

  async lock(stop: AbortSignal, requestRelease: RequestRelease): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (!(await this.sql.one(take, [this.id, this.token]))) {
      if (stop.aborted || Date.now() > until) throw ERRORS.ERR_LOCK_TIMEOUT;
      await this.sql.execute(want, [this.id]);
      await sleep(RETRY_EVERY_MS);
    }
    this.renewal = setInterval(() => void this.renew(requestRelease), RENEW_EVERY_MS);
  }

  async unlock(): Promise<void> {
    clearInterval(this.renewal);
    await this.sql.execute(release, [this.id, this.token]);
  }

  private async renew(requestRelease: RequestRelease): Promise<void> {
    try {
      const row = await this.sql.one<{ wanted: boolean }>(renew, [this.id, this.token]);
      if (!row || row.wanted) await requestRelease();
    } catch {
      // the database is away for a moment: the lock outlives fifteen such moments
    }
  }
}
