import { Injectable } from '@nestjs/common';
import { accounts } from '@dangxiao/contracts';
import type { FastifyRequest } from 'fastify';
import { Pg } from '../../database/pg.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import { Audit } from '../audit/index.ts';
import { PersonalNumbers } from '../people/index.ts';
import { findForSignIn, type SignInRow } from './accounts.queries.ts';
import { PasswordHasher } from './password-hasher.ts';
import { Throttle, throttleKey } from './throttle.ts';

export interface SignedIn {
  id: string;
  login: string;
  organizationId: string | null;
  throttleKey: string;
}

/** Decides whether a login and a password belong together; what it answers and how long it takes say nothing about which logins exist. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly pg: Pg,
    private readonly uow: UnitOfWork,
    private readonly hasher: PasswordHasher,
    private readonly throttle: Throttle,
    private readonly numbers: PersonalNumbers,
    private readonly audit: Audit,
  ) {}

  /**
   * @param login normalised
   * @throws ApiError wrong_credentials (with triesLeft), sign_in_throttled (with seconds); account_disabled only to who knows the password
   */
  async verify(login: string, password: string, request: FastifyRequest): Promise<SignedIn> {
    const account = await findForSignIn(this.pg, login, this.numbers.phoneHash(login));
    const key = throttleKey(account?.id ?? null, login);
    const refusal = await this.throttle.takeTry(key);
    const right = await this.hasher.matches(account?.password_hash ?? null, password);
    if (!account || !right) {
      await this.failed(account, request);
      throw refusal;
    }
    if (account.disabled_at) throw new ApiError('account_disabled');
    return { id: account.id, login: account.login, organizationId: account.organization_id, throttleKey: key };
  }

  private async failed(account: SignInRow | null, request: FastifyRequest): Promise<void> {
    await this.throttle.addressFailed(request.ip);
    if (!account) return;
    await this.uow.run((tx) =>
      this.audit.record(tx, {
        actor: null,
        action: `${accounts.signIn.id}.failed`,
        objectType: 'account',
        objectId: account.id,
        objectName: account.login,
        organizationId: account.organization_id,
        request,
      }),
    );
  }
}
