import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import type { Actor } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';
import { Audit } from '../audit/index.ts';
import { Throttle } from './throttle.ts';

export interface CodeUse<Result> {
  actor: Actor;
  request: FastifyRequest;
  /** The endpoint's id: what the code is given for. */
  action: string;
  /** Uses the code up; false when it is wrong. */
  accept: (tx: Tx) => Promise<boolean>;
  /** What follows in the same transaction. */
  then: (tx: Tx) => Promise<Result>;
}

export const factorThrottleKey = (accountId: string) => `second-factor:${accountId}`;

/** A code and what it is given for in one transaction, with the tries of a sign-in: a million codes are soon guessed otherwise. */
@Injectable()
export class CodeCheck {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly audit: Audit,
  ) {}

  /** @throws ApiError second_factor_wrong (with triesLeft), sign_in_throttled (with seconds) */
  async use<Result>({ actor, request, action, accept, then }: CodeUse<Result>): Promise<Result> {
    const key = factorThrottleKey(actor.accountId);
    const refusal = await this.throttle.takeTry(key);
    const answer = await this.uow.run(async (tx) => {
      if (!(await accept(tx))) return null;
      await this.throttle.forget(tx, key);
      return { result: await then(tx) };
    });
    if (answer) return answer.result;
    await this.uow.run((tx) =>
      this.audit.record(tx, { ...this.entry(actor, request), action: `${action}.failed`, request }),
    );
    throw refusal.code === 'wrong_credentials'
      ? new ApiError('second_factor_wrong', { params: refusal.params })
      : refusal;
  }

  /** Records what was done to one's own account. */
  record(tx: Tx, { actor, request, action }: Pick<CodeUse<unknown>, 'actor' | 'request' | 'action'>, after?: object) {
    return this.audit.record(tx, { ...this.entry(actor, request), action, after: after ? { ...after } : null });
  }

  private entry(actor: Actor, request: FastifyRequest) {
    return { actor, objectType: 'account', objectId: actor.accountId, objectName: actor.login, request };
  }
}
