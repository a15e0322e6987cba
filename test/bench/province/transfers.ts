import { setTimeout as sleep } from 'node:timers/promises';
import { people } from '@dangxiao/contracts';
import type { Bench } from './assign.ts';

interface Mover {
  personId: string;
  organizationId: string;
}

const MOVERS = 400;
/** Between two of them: a province has some thousands a year. */
const PAUSE_MS = 200;
const movers = `
  select p.id as "personId", p.current_organization_id as "organizationId" from person p
  where p.deactivated_at is null and p.current_organization_id <> $2
    and not exists (select from transfer t where t.person_id = p.id and t.state = 'requested')
  order by md5(p.id::text || clock_timestamp()::text) limit $1`;

/** People who change their organization, one after the other, each to where the next one was. */
export class Transfers {
  done = 0;
  private ended = false;
  private readonly admin: Bench['admin'];
  private readonly movers: readonly Mover[];

  private constructor(admin: Bench['admin'], movers: readonly Mover[]) {
    this.admin = admin;
    this.movers = movers;
  }

  static async prepare({ admin, province }: Bench): Promise<Transfers> {
    return new Transfers(admin, await province.query<Mover>(movers, [MOVERS, province.branch.id]));
  }

  /** Until it is told to end. */
  async run(): Promise<void> {
    for (const [at, { personId, organizationId }] of this.movers.entries()) {
      const to = this.movers[at + 1]?.organizationId;
      if (this.ended || to === undefined) return;
      if (to === organizationId) continue;
      const body = { toOrganizationId: to, reason: 'Bench' };
      const { id } = await this.admin.call(people.requestTransfer, { params: { personId }, body });
      await this.admin.call(people.decideTransfer, {
        params: { transferId: id },
        body: { decision: 'accepted', reason: null },
      });
      this.done += 1;
      await sleep(PAUSE_MS);
    }
  }

  end(): void {
    this.ended = true;
  }
}
