import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { Unit } from './entities/unit.ts';
import { lockCourse, touchCourse } from './lock.queries.ts';
import { nextUnitOrdinal } from './ordinals.queries.ts';

/** A unit at the end of the draft. */
@Handles(catalog.createUnit)
export class CreateUnit implements Handler<typeof catalog.createUnit> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params: { courseId }, body, request }: CallOf<typeof catalog.createUnit>) {
    return this.uow.run(async (tx) => {
      const course = await lockCourse(tx, scope, courseId);
      const ordinal = await nextUnitOrdinal(tx, courseId);
      const unit = await tx.insert(Unit, { courseId, title: body.title, ordinal, removedAt: null }, ['id']);
      await touchCourse(tx, courseId, this.clock.now());
      await this.audit.record(tx, {
        actor,
        action: 'catalog.createUnit',
        objectType: 'unit',
        objectId: unit.id,
        objectName: body.title,
        organizationId: course.organizationId,
        after: body,
        request,
      });
      return unit;
    });
  }
}
