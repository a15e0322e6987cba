import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { checkLessonFields } from './lesson-fields.ts';
import { lockUnit, touchCourse } from './lock.queries.ts';

const DEFAULT_READING_SECONDS = 60;

/** A lesson at the end of a unit of the draft. An article begins with a minimum reading time of a minute. */
@Handles(catalog.createLesson)
export class CreateLesson implements Handler<typeof catalog.createLesson> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params: { unitId }, body, request }: CallOf<typeof catalog.createLesson>) {
    return this.uow.run(async (tx) => {
      const { course } = await lockUnit(tx, scope, unitId);
      await checkLessonFields(tx, scope, body.kind, body);
      const seconds = body.kind === 'article' ? DEFAULT_READING_SECONDS : null;
      const [lesson] = await tx.query<{ id: string }>(
        `insert into lesson (unit_id, kind, title, required, media_id, minimum_reading_seconds, ordinal)
         select $1, $2, $3, $4, $5, $6, coalesce(max(ordinal), 0) + 1
         from lesson where unit_id = $1 and removed_at is null returning id`,
        [unitId, body.kind, body.title, body.required, body.mediaId, seconds],
      );
      if (!lesson) throw new Error('The lesson was not written');
      await touchCourse(tx, course.id, this.clock.now());
      await this.audit.record(tx, {
        actor,
        action: 'catalog.createLesson',
        objectType: 'lesson',
        objectId: lesson.id,
        objectName: body.title,
        organizationId: course.organizationId,
        after: body,
        request,
      });
      return lesson;
    });
  }
}
