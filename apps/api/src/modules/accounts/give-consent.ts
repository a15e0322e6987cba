import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { PRIVACY_NOTICE_VERSION } from '../../http/privacy-notice.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';

/** Records the consent to the version in force with its time; the audit log keeps every consent ever given. */
@Handles(accounts.giveConsent)
export class GiveConsent implements Handler<typeof accounts.giveConsent> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, body, request }: CallOf<typeof accounts.giveConsent>) {
    // Somebody who read an older text has not agreed to this one.
    if (body.version !== PRIVACY_NOTICE_VERSION) throw fieldError('version', 'invalid_value');
    await this.uow.run(async (tx) => {
      await tx.execute('update account set consent_version = $2, consented_at = $3 where id = $1', [
        actor.accountId,
        body.version,
        this.clock.now(),
      ]);
      await this.audit.record(tx, {
        actor,
        action: accounts.giveConsent.id,
        objectType: 'account',
        objectId: actor.accountId,
        objectName: actor.login,
        after: { version: body.version },
        request,
      });
      tx.afterCommit(() => this.sessions.forget((other) => other.accountId === actor.accountId));
    });
    return { ok: true as const };
  }
}
