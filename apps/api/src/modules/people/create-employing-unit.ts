import { people } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { holdUnit } from './employing-units.queries.ts';
import { textInitials } from './pinyin.ts';

/** A unit that organizations and people of the whole school may name. A code in use violates `employing_unit_code`. */
@Handles(people.createEmployingUnit)
export class CreateEmployingUnit implements Handler<typeof people.createEmployingUnit> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, body: { name, code, parentUnitId }, request }: CallOf<typeof people.createEmployingUnit>) {
    return this.uow.run(async (tx) => {
      const parent = await holdUnit(tx, parentUnitId);
      const row = await tx.one<{ id: string }>(
        `insert into employing_unit (parent_id, name, initials, code, created_at) values ($1, $2, $3, $4, $5) returning id`,
        [parentUnitId, name, textInitials(name), code, this.clock.now()],
      );
      if (!row) throw new Error('The unit was not written');
      await this.audit.record(tx, {
        actor,
        action: people.createEmployingUnit.id,
        objectType: 'employing_unit',
        objectId: row.id,
        objectName: name,
        organizationId: null,
        after: { name, unitCode: code, parent },
        request,
      });
      return { id: row.id };
    });
  }
}
