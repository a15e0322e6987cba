import { Foundation } from '../../../database/schema/foundation.ts';
import { accounts } from './accounts.ts';
import { roleGrants } from './role-grants.ts';
import { secondFactors } from './second-factors.ts';
import { sessions } from './sessions.ts';
import { peopleReferences } from './people-references.ts';

export class AccountsFoundation1770000000002 extends Foundation {
  protected readonly parts = [accounts, roleGrants, secondFactors, sessions, peopleReferences];
}
