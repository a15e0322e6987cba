import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { checklistOf } from './checklist.ts';
import { courseDraft } from './drafts.queries.ts';
import { lockCourse } from './lock.queries.ts';
import { freezeDraft } from './publish.queries.ts';

/**
 * Freezes the draft as the next immutable version: texts, outline, lecture lengths, and exams with the current versions of their questions.
 * It is in force for learners at once; records of earlier versions stay.
 */
@Handles(catalog.publishCourse)
export class PublishCourse implements Handler<typeof catalog.publishCourse> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params: { courseId }, body, request }: CallOf<typeof catalog.publishCourse>) {
    return this.uow.run(async (tx) => {
      const course = await lockCourse(tx, scope, courseId);
      const draft = await courseDraft(tx, scope, courseId);
      if (course.revision !== body.revision) throw new ApiError('stale_revision', { params: { current: draft } });
      const { ready, items } = await checklistOf(tx, draft);
      if (!ready)
        throw new ApiError('course_not_publishable', { params: { items: items.filter((item) => !item.done) } });
      const version = await freezeDraft(tx, draft, actor.accountId, this.clock.now());
      await this.audit.record(tx, {
        actor,
        action: 'catalog.publishCourse',
        objectType: 'course',
        objectId: courseId,
        objectName: course.title,
        organizationId: course.organizationId,
        before: { version: draft.publishedVersion },
        after: { version },
        request,
      });
      return { version };
    });
  }
}
