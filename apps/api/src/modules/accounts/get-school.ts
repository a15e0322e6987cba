import { accounts } from '@dangxiao/contracts';
import { Config } from '../../config/config.ts';
import { Pg } from '../../database/pg.ts';
import type { Handler, ResultOf } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';

/** What the sign-in page shows of the school, before anybody is known. Demo accounts exist in demo mode only, never in production. */
@Handles(accounts.school)
export class GetSchool implements Handler<typeof accounts.school> {
  constructor(
    private readonly pg: Pg,
    private readonly config: Config,
  ) {}

  async run(): Promise<ResultOf<typeof accounts.school>> {
    const school = await this.pg.one<{ name: string; demo: boolean }>('select name, demo from school');
    const demo = this.config.demo && school?.demo === true;
    return { name: school?.name ?? '', zone: this.config.zone, demoAccounts: demo ? [...DEMO_ACCOUNTS] : [] };
  }
}
