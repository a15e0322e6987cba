import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { Course } from './entities/course.ts';
import { lockCourse } from './lock.queries.ts';

/** Takes a course out of what is offered, or brings it back as it was. Records stay either way. */
@Handles(catalog.archiveCourse)
export class ArchiveCourse implements Handler<typeof catalog.archiveCourse> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params: { courseId }, body, request }: CallOf<typeof catalog.archiveCourse>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const course = await lockCourse(tx, scope, courseId, { archived: true });
      if (course.archived === body.archived) return { ok: true as const };
      const archivedAt = body.archived ? now : null;
      await tx.update(Course, { id: courseId }, { archivedAt, updatedAt: now });
      await this.audit.record(tx, {
        actor,
        action: 'catalog.archiveCourse',
        objectType: 'course',
        objectId: courseId,
        objectName: course.title,
        organizationId: course.organizationId,
        before: { archived: course.archived },
        after: body,
        request,
      });
      return { ok: true as const };
    });
  }
}
