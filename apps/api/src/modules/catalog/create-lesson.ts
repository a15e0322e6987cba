import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { Lesson } from './entities/lesson.ts';
import { checkLessonFields } from './lesson-fields.ts';
import { lockUnit, touchCourse } from './lock.queries.ts';
import { nextLessonOrdinal } from './ordinals.queries.ts';

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
      const ordinal = await nextLessonOrdinal(tx, unitId);
      const { kind, title, required, mediaId } = body;
      const empty = { articleHtml: null, minimumReadingSeconds: seconds, removedAt: null };
      const lesson = await tx.insert(Lesson, { unitId, kind, title, required, mediaId, ordinal, ...empty }, ['id']);
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
