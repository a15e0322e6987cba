import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { textInitials } from '../people/index.ts';
import { Unit } from './entities/unit.ts';

/** A draft with one empty unit, owned by an organization of the actor's subtrees. */
@Handles(catalog.createCourse)
export class CreateCourse implements Handler<typeof catalog.createCourse> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, body, request }: CallOf<typeof catalog.createCourse>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const params: unknown[] = [body.organizationId];
      const inside = scope.sql('o.path', params);
      params.push(body.title, textInitials(body.title), body.visibility, now);
      const course = await tx.one<{ id: string }>(
        `insert into course (organization_id, title, initials, visibility, created_at, updated_at)
         select o.id, $3, $4, $5, $6, $6 from organization o where o.id = $1 and ${inside} returning id`,
        params,
      );
      if (!course) throw new ApiError('organization_not_found');
      await tx.insert(Unit, { courseId: course.id, title: body.unitTitle, ordinal: 1, removedAt: null });
      await this.audit.record(tx, {
        actor,
        action: 'catalog.createCourse',
        objectType: 'course',
        objectId: course.id,
        objectName: body.title,
        organizationId: body.organizationId,
        after: { title: body.title, visibility: body.visibility },
        request,
      });
      return course;
    });
  }
}
