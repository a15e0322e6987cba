import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { Lesson } from './entities/lesson.ts';
import { Unit } from './entities/unit.ts';
import { lockUnit, touchCourse } from './lock.queries.ts';

/** Takes a unit with its lessons and its exam out of the draft. Rows stay: versions and records point to them. */
@Handles(catalog.deleteUnit)
export class DeleteUnit implements Handler<typeof catalog.deleteUnit> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params: { unitId }, request }: CallOf<typeof catalog.deleteUnit>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const { course, title } = await lockUnit(tx, scope, unitId);
      const removal = { removedAt: now, revision: () => 'revision + 1' };
      await tx.update(Unit, { id: unitId, removedAt: null }, removal);
      await tx.update(Lesson, { unitId, removedAt: null }, removal);
      const exam = 'update unit_exam set removed_at = $2, revision = revision + 1';
      await tx.execute(`${exam} where unit_id = $1 and removed_at is null`, [unitId, now]);
      await touchCourse(tx, course.id, now);
      await this.audit.record(tx, {
        actor,
        action: 'catalog.deleteUnit',
        objectType: 'unit',
        objectId: unitId,
        objectName: title,
        organizationId: course.organizationId,
        before: { title },
        request,
      });
      return { ok: true as const };
    });
  }
}
