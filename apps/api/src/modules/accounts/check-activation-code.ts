import { accounts } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { ActivationCodes } from './activation-codes.ts';
import { suggestLogin } from './logins.ts';
import { Throttle } from './throttle.ts';

interface Row {
  name: string | null;
  organization: string | null;
  login: string | null;
}

const whose = `
  select p.name, o.name as organization, a.login
  from (select $1::uuid as person_id, $2::uuid as account_id, $3::uuid as organization_id) c
  left join person p on p.id = c.person_id
  left join organization o on o.id = coalesce(p.current_organization_id, c.organization_id)
  left join account a on a.id = c.account_id`;

/** 王建国 → 王*国, 李梅 → 李*: enough to see that the code is one's own, not enough to learn a name. */
function maskName(name: string): string {
  const letters = [...name];
  if (letters.length <= 1) return '*';
  const last = letters.length > 2 ? letters.at(-1) : '';
  return `${letters[0]}${'*'.repeat(Math.max(1, letters.length - 2))}${last}`;
}

/** Tells for whom a code is, so that nobody activates another one's account; uses nothing up. Wrong codes count against the address. */
@Handles(accounts.checkActivationCode)
export class CheckActivationCode implements Handler<typeof accounts.checkActivationCode> {
  constructor(
    private readonly pg: Pg,
    private readonly codes: ActivationCodes,
    private readonly throttle: Throttle,
  ) {}

  async run({ body, request }: CallOf<typeof accounts.checkActivationCode>) {
    await this.throttle.checkAddress(request.ip);
    const code = await this.codes.find(this.pg, body.code);
    if (!code) {
      await this.throttle.addressFailed(request.ip);
      throw new ApiError('activation_code_invalid');
    }
    const row = await this.pg.one<Row>(whose, [code.personId, code.accountId, code.roleOrganizationId]);
    const suggestion = code.suggestedLogin ?? (row?.name ? await suggestLogin(this.pg, row.name) : null);
    return {
      purpose: code.purpose,
      maskedName: row?.name ? maskName(row.name) : '',
      organizationName: row?.organization ?? null,
      suggestedLogin: row?.login ?? suggestion,
    };
  }
}
