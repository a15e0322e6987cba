import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import type { Tx } from '../../database/unit-of-work.ts';
import { Audit } from '../audit/index.ts';
import { ActivationCodes } from './activation-codes.ts';
import { acceptLogin } from './logins.ts';

/** Why no first administrator was made, for whoever typed the command. */
export class AdministratorExists extends Error {
  constructor() {
    super('This school has an administrator already; people are added and given roles in the admin console.');
  }
}

/**
 * The first administrator of a school: a one-time code whose account holds the role school_administrator at the root. An unused code may be
 * replaced by running this again; once anybody holds the role it is refused.
 */
@Injectable()
export class CreateFirstAdministrator {
  constructor(
    private readonly codes: ActivationCodes,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @param login normalised and checked as any login name
   * @param personId whom the account belongs to, where the person is known already
   * @throws AdministratorExists; ApiError validation_failed for a login that cannot be one
   */
  async run(tx: Tx, login: string, personId?: string): Promise<{ code: string; expiresAt: Date; login: string }> {
    const suggestedLogin = acceptLogin(login);
    // Locks the school, so that of two commands at once one sees the other's result.
    const school = await tx.one<{ root: string }>('select root_organization_id as root from school for update');
    if (!school) throw new Error('There is no school yet');
    const holder = await tx.one(
      `select from role_grant g join account a on a.id = g.account_id or a.person_id = g.person_id
       where g.role = 'school_administrator' and g.organization_id = $1 and g.revoked_at is null and a.disabled_at is null limit 1`,
      [school.root],
    );
    if (holder) throw new AdministratorExists();
    const issued = await this.codes.issue(tx, {
      purpose: 'activate',
      role: 'school_administrator',
      roleOrganizationId: school.root,
      suggestedLogin,
      ...(personId ? { personId } : {}),
    });
    await this.audit.record(tx, {
      actor: null,
      action: 'accounts.createFirstAdministrator',
      objectType: 'account',
      objectName: suggestedLogin,
      organizationId: school.root,
    });
    return { ...issued, login: suggestedLogin };
  }
}
