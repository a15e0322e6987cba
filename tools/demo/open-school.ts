import type * as UnitOfWorkModule from '../../apps/api/src/database/unit-of-work.ts';
import type * as AccountsModule from '../../apps/api/src/modules/accounts/index.ts';
import type * as PeopleModule from '../../apps/api/src/modules/people/index.ts';
import type * as SchoolModule from '../../apps/api/src/modules/school/index.ts';
import type { HttpClient } from '../support/http-client.ts';
import { enter } from './learners.ts';
import { product, type Product } from './product.ts';

export interface DemoSchool {
  rootId: string;
  admin: HttpClient;
  /** The person behind the first administrator, where there is one. */
  chiefId: string | null;
  accounts: readonly AccountsModule.DemoAccount[];
}

interface Names {
  name: string;
  rootName: string;
  rootCode: string;
  /** Is the first administrator a person of the school? */
  staffed?: boolean;
}

const county: Names = { name: '青山县网上党校', rootName: '中共青山县委员会', rootCode: '1', staffed: true };

/** The school with its first administrator, who is made and activated as an operator would. */
export async function openSchool({ app, clock, zone, baseUrl }: Product, names: Names = county): Promise<DemoSchool> {
  const { UnitOfWork } = await product<typeof UnitOfWorkModule>('database/unit-of-work.js');
  const { createSchool } = await product<typeof SchoolModule>('modules/school/index.js');
  const { CreateFirstAdministrator, DEMO_ACCOUNTS } = await product<typeof AccountsModule>('modules/accounts/index.js');
  const chief = DEMO_ACCOUNTS.find((account) => account.role === 'school_administrator');
  if (!chief) throw new Error('No demo account administers the school');
  const { insertPerson, PersonalNumbers } = await product<typeof PeopleModule>('modules/people/index.js');
  const uow = app.get(UnitOfWork, { strict: false });
  const { rootId, chiefId, code } = await uow.run(async (tx) => {
    const root = await createSchool(tx, { ...names, demo: true, zone, now: clock.now() });
    const numbers = app.get(PersonalNumbers, { strict: false });
    const person = names.staffed
      ? await insertPerson(tx, {
          name: chief.name,
          phone: numbers.sealPhone(null),
          identity: numbers.sealIdentity(null),
          exempt: false,
          exemptReason: null,
          membership: { organizationId: root.id, kind: 'full_member', position: 'none' },
          since: '2019-07-01',
          now: clock.now(),
        })
      : null;
    const issued = await app.get(CreateFirstAdministrator, { strict: false }).run(tx, chief.login, person?.id);
    return { rootId: root.id, chiefId: person?.id ?? null, code: issued.code };
  });
  const admin = await enter(baseUrl, code, chief.login, chief.password);
  return { rootId, admin, chiefId, accounts: DEMO_ACCOUNTS };
}
