import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { unitDraft } from './drafts.queries.ts';
import { Unit } from './entities/unit.ts';
import { lockUnit, touchCourse } from './lock.queries.ts';

/** The title of a unit of the draft. */
@Handles(catalog.updateUnit)
export class UpdateUnit implements Handler<typeof catalog.updateUnit> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params: { unitId }, body, request }: CallOf<typeof catalog.updateUnit>) {
    return this.uow.run(async (tx) => {
      const { course, title, revision } = await lockUnit(tx, scope, unitId);
      if (revision !== body.revision) {
        throw new ApiError('stale_revision', { params: { current: await unitDraft(tx, unitId) } });
      }
      await tx.update(Unit, { id: unitId }, { title: body.title, revision: () => 'revision + 1' });
      await touchCourse(tx, course.id, this.clock.now());
      await this.audit.record(tx, {
        actor,
        action: 'catalog.updateUnit',
        objectType: 'unit',
        objectId: unitId,
        objectName: body.title,
        organizationId: course.organizationId,
        before: { title },
        after: { title: body.title },
        request,
      });
      return unitDraft(tx, unitId);
    });
  }
}
