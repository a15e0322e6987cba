import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { lockCourse, touchCourse } from './lock.queries.ts';

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
      const [unit] = await tx.query<{ id: string }>(
        `insert into unit (course_id, title, ordinal)
         select $1, $2, coalesce(max(ordinal), 0) + 1 from unit where course_id = $1 and removed_at is null returning id`,
        [courseId, body.title],
      );
      if (!unit) throw new Error('The unit was not written');
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
