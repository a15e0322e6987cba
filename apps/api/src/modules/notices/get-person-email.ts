import { notices } from '@dangxiao/contracts';
import { Config } from '../../config/config.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { EmailAddresses } from './email-addresses.ts';
import { personOf } from './person-email.queries.ts';

/** Never more than the masked address. */
@Handles(notices.getPersonEmail)
export class GetPersonEmail implements Handler<typeof notices.getPersonEmail> {
  constructor(
    private readonly pg: Pg,
    private readonly config: Config,
    private readonly addresses: EmailAddresses,
  ) {}

  async run({ scope, params: { personId } }: CallOf<typeof notices.getPersonEmail>) {
    await personOf(this.pg, scope, personId);
    return { mail: this.config.mail !== null, email: await this.addresses.find(this.pg, personId) };
  }
}
