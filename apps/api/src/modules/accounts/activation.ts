import { Injectable } from '@nestjs/common';
import { accounts } from '@dangxiao/contracts';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../config/clock.ts';
import type { Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';
import type { ActivationCode } from './activation-codes.ts';
import { acceptLogin } from './logins.ts';
import { Throttle, throttleKey } from './throttle.ts';

/** What a code that was just used up does. */
@Injectable()
export class Activation {
  constructor(
    private readonly throttle: Throttle,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the account's id
   * @throws ApiError login_taken; activation_code_invalid when the account was disabled, or made by another code meanwhile
   */
  async apply(tx: Tx, code: ActivationCode, login: string, hash: string, request: FastifyRequest): Promise<string> {
    const accountId = code.accountId
      ? await this.reset(tx, code.accountId, hash)
      : await this.create(tx, code, acceptLogin(login), hash);
    await this.audit.record(tx, {
      actor: { accountId, login },
      action: accounts.activate.id,
      objectType: 'account',
      objectId: accountId,
      objectName: login,
      organizationId: await this.organizationOf(tx, code),
      after: { purpose: code.purpose, role: code.role },
      request,
    });
    return accountId;
  }

  private async create(tx: Tx, code: ActivationCode, login: string, hash: string): Promise<string> {
    const now = this.clock.now();
    const inserted = await tx.one<{ id: string }>(
      `insert into account (person_id, login, password_hash, created_at) values ($1, $2, $3, $4)
       on conflict do nothing returning id`,
      [code.personId, login, hash, now],
    );
    if (!inserted) {
      const taken = await tx.one('select from account where lower(login) = $1', [login]);
      throw new ApiError(taken ? 'login_taken' : 'activation_code_invalid');
    }
    if (code.role && code.roleOrganizationId) {
      await tx.execute(
        `insert into role_grant (account_id, role, organization_id, granted_by, granted_at) values ($1, $2, $3, $4, $5)`,
        [inserted.id, code.role, code.roleOrganizationId, code.createdBy, now],
      );
    }
    return inserted.id;
  }

  private async reset(tx: Tx, accountId: string, hash: string): Promise<string> {
    const changed = await tx.execute(
      'update account set password_hash = $2, revision = revision + 1 where id = $1 and disabled_at is null',
      [accountId, hash],
    );
    if (changed === 0) throw new ApiError('activation_code_invalid');
    await this.throttle.forget(tx, throttleKey(accountId, ''));
    await this.sessions.endAll(tx, accountId);
    return accountId;
  }

  private async organizationOf(tx: Tx, code: ActivationCode): Promise<string | null> {
    const row = await tx.one<{ id: string }>('select current_organization_id as id from person where id = $1', [
      code.personId,
    ]);
    return row?.id ?? code.roleOrganizationId;
  }
}
