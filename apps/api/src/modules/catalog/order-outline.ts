import { catalog, type BodyOf } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { courseDraft, type CourseDraft } from './drafts.queries.ts';
import { Course } from './entities/course.ts';
import { lockCourse } from './lock.queries.ts';

/** The whole outline in its new order. A lesson may change its unit. */
@Handles(catalog.orderOutline)
export class OrderOutline implements Handler<typeof catalog.orderOutline> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params: { courseId }, body, request }: CallOf<typeof catalog.orderOutline>) {
    return this.uow.run(async (tx) => {
      const course = await lockCourse(tx, scope, courseId);
      const draft = await courseDraft(tx, scope, courseId);
      if (course.revision !== body.revision) throw new ApiError('stale_revision', { params: { current: draft } });
      if (!sameThings(draft, body.units)) throw new ApiError('outline_mismatch', { params: { current: draft } });
      const lessons = body.units.flatMap((unit) =>
        unit.lessonIds.map((id, index) => ({ id, unit: unit.id, place: index + 1 })),
      );
      await tx.execute(
        `update unit set ordinal = o.place::int from unnest($1::uuid[]) with ordinality o (id, place) where unit.id = o.id`,
        [body.units.map((unit) => unit.id)],
      );
      await tx.execute(
        `update lesson set unit_id = o.unit, ordinal = o.place
         from unnest($1::uuid[], $2::uuid[], $3::int[]) o (id, unit, place) where lesson.id = o.id`,
        [lessons.map(({ id }) => id), lessons.map(({ unit }) => unit), lessons.map(({ place }) => place)],
      );
      const edit = { revision: () => 'revision + 1', updatedAt: this.clock.now() };
      await tx.update(Course, { id: courseId }, edit);
      await this.audit.record(tx, {
        actor,
        action: 'catalog.orderOutline',
        objectType: 'course',
        objectId: courseId,
        objectName: course.title,
        organizationId: course.organizationId,
        before: { units: outlineOf(draft) },
        after: { units: body.units },
        request,
      });
      return courseDraft(tx, scope, courseId);
    });
  }
}

const outlineOf = (draft: CourseDraft) =>
  draft.units.map((unit) => ({ id: unit.id, lessonIds: unit.lessons.map((lesson) => lesson.id) }));

/** Every unit and lesson of the draft exactly once, and nothing else. */
function sameThings(draft: CourseDraft, units: BodyOf<typeof catalog.orderOutline>['units']): boolean {
  const list = (outline: { id: string; lessonIds: string[] }[]) => [
    outline.map((unit) => unit.id).sort(),
    outline.flatMap((unit) => unit.lessonIds).sort(),
  ];
  return JSON.stringify(list(outlineOf(draft))) === JSON.stringify(list(units));
}
