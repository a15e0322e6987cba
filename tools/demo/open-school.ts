import type * as UnitOfWorkModule from '../../apps/api/src/database/unit-of-work.ts';
import type * as AccountsModule from '../../apps/api/src/modules/accounts/index.ts';
import type * as SchoolModule from '../../apps/api/src/modules/school/index.ts';
import type { HttpClient } from '../support/http-client.ts';
import { enter } from './learners.ts';
import { product, type Product } from './product.ts';

export interface DemoSchool {
  rootId: string;
  admin: HttpClient;
  accounts: readonly AccountsModule.DemoAccount[];
}

const county = { name: '青山县网上党校', rootName: '中共青山县委员会', rootCode: '1' };

/** The school with its first administrator, who is made and activated as an operator would. */
export async function openSchool({ app, clock, zone, baseUrl }: Product, names = county): Promise<DemoSchool> {
  const { UnitOfWork } = await product<typeof UnitOfWorkModule>('database/unit-of-work.js');
  const { createSchool } = await product<typeof SchoolModule>('modules/school/index.js');
  const { CreateFirstAdministrator, DEMO_ACCOUNTS } = await product<typeof AccountsModule>('modules/accounts/index.js');
  const chief = DEMO_ACCOUNTS.find((account) => account.role === 'school_administrator');
  if (!chief) throw new Error('No demo account administers the school');
  const uow = app.get(UnitOfWork, { strict: false });
  const { rootId, code } = await uow.run(async (tx) => {
    const root = await createSchool(tx, { ...names, demo: true, zone, now: clock.now() });
    const issued = await app.get(CreateFirstAdministrator, { strict: false }).run(tx, chief.login);
    return { rootId: root.id, code: issued.code };
  });
  return { rootId, admin: await enter(baseUrl, code, chief.login, chief.password), accounts: DEMO_ACCOUNTS };
}
