import { exams } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { lockUnit, touchCourse } from '../catalog/index.ts';
import { unitExam } from './unit-exam.queries.ts';

/** Takes the exam out of the draft; learners lose it with the next publication, attempts and hours stay. */
@Handles(exams.deleteUnitExam)
export class DeleteUnitExam implements Handler<typeof exams.deleteUnitExam> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async run({ actor, scope, params: { unitId }, request }: CallOf<typeof exams.deleteUnitExam>) {
    return this.uow.run(async (tx) => {
      const { course } = await lockUnit(tx, scope, unitId);
      const before = await unitExam(tx, unitId);
      if (!before) throw new ApiError('exam_not_found');
      const now = this.clock.now();
      await tx.execute('update unit_exam set removed_at = $2, revision = revision + 1 where id = $1', [before.id, now]);
      await touchCourse(tx, course.id, now);
      const { id: objectId, title: objectName } = before;
      const what = { objectType: 'exam', objectId, objectName, organizationId: course.organizationId };
      await this.audit.record(tx, { actor, request, action: exams.deleteUnitExam.id, ...what, before });
      return { ok: true as const };
    });
  }
}
