import { Injectable } from '@nestjs/common';
import { acceptedStep, isAppCode, RECOVERY_CODES } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Secrets } from '../../config/secrets.ts';
import { bindingSetting } from '../../database/fragments/binding-setting.ts';
import type { Sql } from '../../database/sql.ts';
import type { Tx } from '../../database/unit-of-work.ts';
import type { Actor } from '../../http/actor.ts';
import { Sessions } from '../../http/sessions.ts';
import { newCode, normaliseCode } from './code.ts';
import { deltaOf } from './totp.ts';

export interface FactorState {
  since: Date | null;
  /** An organization that the account administers asks for it. Learners are never asked. */
  required: boolean;
}

const stateOf = `
  select f.confirmed_at as since, exists (
    select from role_grant g join organization o on o.id = g.organization_id
    where (g.account_id = a.id or g.person_id = a.person_id) and g.revoked_at is null and g.role <> 'learner'
      and ${bindingSetting('twoFactor', 'o.path')}) as required
  from account a left join second_factor f on f.account_id = a.id where a.id = $1`;

/** Second factors of accounts: who needs one, and whether a code is right. Decided in the database, so that a code works once anywhere. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async state(db: Sql, accountId: string): Promise<FactorState> {
    return (await db.one<FactorState>(stateOf, [accountId])) ?? { since: null, required: false };
  }

  /** The step that is missing after the password. */
  async pendingFor(db: Sql, accountId: string): Promise<Actor['pending']> {
    const { since, required } = await this.state(db, accountId);
    return since ? 'verify' : required ? 'enrol' : null;
  }

  /** After a role was given: sessions that were opened without the factor that it asks for end. */
  async askAgain(tx: Tx, personId: string): Promise<void> {
    const account = await tx.one<{ id: string }>('select id from account where person_id = $1', [personId]);
    if (account && (await this.pendingFor(tx, account.id)) === 'enrol') await this.sessions.endAll(tx, account.id);
  }

  seal(accountId: string, secret: string): Buffer {
    return this.secrets.encrypt(secret, `second_factor.secret:${accountId}`);
  }

  /** Uses up a code of the app. Of two equal ones at once the second waits for the first, and is refused. */
  async useAppCode(tx: Tx, accountId: string, code: string, which: 'secret' | 'new_secret'): Promise<boolean> {
    const row = await tx.one<{ sealed: Buffer | null; last_step: string | null }>(
      `select ${which} as sealed, last_step from second_factor where account_id = $1 for update`,
      [accountId],
    );
    if (!row?.sealed || !isAppCode(code)) return false;
    const secret = this.secrets.decrypt(row.sealed, `second_factor.secret:${accountId}`);
    const now = this.clock.now();
    const last = which === 'secret' && row.last_step !== null ? Number(row.last_step) : null;
    const step = acceptedStep(now, deltaOf(secret, code, now), last);
    if (step === null) return false;
    await tx.execute('update second_factor set last_step = $2 where account_id = $1', [accountId, step]);
    return true;
  }

  /** Uses up a recovery code. Of two equal ones at once one is accepted. */
  async useRecoveryCode(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const used = await tx.execute(
      'update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null',
      [accountId, this.hash(code), this.clock.now()],
    );
    return used > 0;
  }

  /** Ten new recovery codes in place of the older ones; only their hashes are kept. */
  async renewRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => newCode());
    await tx.execute('delete from recovery_code where account_id = $1', [accountId]);
    await tx.execute(
      'insert into recovery_code (account_id, code_hash, created_at) select $1, unnest($2::bytea[]), $3',
      [accountId, codes.map((code) => this.hash(code)), this.clock.now()],
    );
    return codes;
  }

  /** Forgets everything. @returns whether there was a confirmed factor */
  async remove(tx: Tx, accountId: string): Promise<boolean> {
    await tx.execute('delete from recovery_code where account_id = $1', [accountId]);
    const row = await tx.one<{ since: Date | null }>(
      'delete from second_factor where account_id = $1 returning confirmed_at as since',
      [accountId],
    );
    return row?.since != null;
  }

  private hash(code: string): Buffer {
    return this.secrets.lookUpHash(normaliseCode(code), 'recovery-code');
  }
}
