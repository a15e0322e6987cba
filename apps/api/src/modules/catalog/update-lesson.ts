import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { lessonDraft } from './drafts.queries.ts';
import { Lesson } from './entities/lesson.ts';
import { checkLessonFields } from './lesson-fields.ts';
import { lockLesson, touchCourse } from './lock.queries.ts';
import { cleanRichText } from './rich-text.ts';

/** A lesson of the draft; only fields that are sent change, and only those of its kind. */
@Handles(catalog.updateLesson)
export class UpdateLesson implements Handler<typeof catalog.updateLesson> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params: { lessonId }, body, request }: CallOf<typeof catalog.updateLesson>) {
    const { revision, articleHtml, ...fields } = body;
    return this.uow.run(async (tx) => {
      const lesson = await lockLesson(tx, scope, lessonId);
      const before = await lessonDraft(tx, lessonId);
      if (lesson.revision !== revision) throw new ApiError('stale_revision', { params: { current: before } });
      await checkLessonFields(tx, scope, lesson.kind, body);
      await tx.update(
        Lesson,
        { id: lessonId },
        {
          title: fields.title,
          required: fields.required,
          mediaId: fields.mediaId,
          minimumReadingSeconds: fields.minimumReadingSeconds,
          articleHtml: articleHtml ? cleanRichText(articleHtml) : articleHtml,
          revision: () => 'revision + 1',
        },
      );
      await touchCourse(tx, lesson.course.id, this.clock.now());
      await this.audit.record(tx, {
        actor,
        action: 'catalog.updateLesson',
        objectType: 'lesson',
        objectId: lessonId,
        objectName: fields.title ?? lesson.title,
        organizationId: lesson.course.organizationId,
        before: Object.fromEntries(Object.keys(fields).map((key) => [key, before[key as keyof typeof before]])),
        after: fields,
        request,
      });
      return lessonDraft(tx, lessonId);
    });
  }
}
