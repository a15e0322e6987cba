import { people } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { lockUnit } from './employing-units.queries.ts';

const used = `
  select exists (select from organization where employing_unit_id = $1) or exists (select from person where employing_unit_id = $1)
    or exists (select from employing_unit where parent_id = $1) as used`;

/** Only what nobody names, so that no organization or person loses a unit unseen. */
@Handles(people.removeEmployingUnit)
export class RemoveEmployingUnit implements Handler<typeof people.removeEmployingUnit> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  run({ actor, params: { employingUnitId: id }, request }: CallOf<typeof people.removeEmployingUnit>) {
    return this.uow.run(async (tx) => {
      const { name, code } = await lockUnit(tx, actor, id);
      const row = await tx.one<{ used: boolean }>(used, [id]);
      if (row?.used) throw new ApiError('employing_unit_in_use');
      await tx.execute('delete from employing_unit where id = $1', [id]);
      await this.audit.record(tx, {
        actor,
        action: people.removeEmployingUnit.id,
        objectType: 'employing_unit',
        objectId: id,
        objectName: name,
        organizationId: null,
        before: { name, unitCode: code },
        request,
      });
      return { ok: true as const };
    });
  }
}
