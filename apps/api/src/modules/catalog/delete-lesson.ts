import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { Lesson } from './entities/lesson.ts';
import { lockLesson, touchCourse } from './lock.queries.ts';

/** Takes a lesson out of the draft. The row stays: versions and records point to it. */
@Handles(catalog.deleteLesson)
export class DeleteLesson implements Handler<typeof catalog.deleteLesson> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params: { lessonId }, request }: CallOf<typeof catalog.deleteLesson>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const { course, title } = await lockLesson(tx, scope, lessonId);
      await tx.update(Lesson, { id: lessonId }, { removedAt: now, revision: () => 'revision + 1' });
      await touchCourse(tx, course.id, now);
      await this.audit.record(tx, {
        actor,
        action: 'catalog.deleteLesson',
        objectType: 'lesson',
        objectId: lessonId,
        objectName: title,
        organizationId: course.organizationId,
        before: { title },
        request,
      });
      return { ok: true as const };
    });
  }
}
