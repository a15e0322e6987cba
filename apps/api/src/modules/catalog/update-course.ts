import { catalog, type BodyOf } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler, ScopeOf } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { textInitials } from '../people/index.ts';
import { courseDraft } from './drafts.queries.ts';
import { Course } from './entities/course.ts';
import { lockCourse } from './lock.queries.ts';
import { cleanRichText } from './rich-text.ts';

type Body = BodyOf<typeof catalog.updateCourse>;

/** The course's own fields in the draft; only fields that are sent change. */
@Handles(catalog.updateCourse)
export class UpdateCourse implements Handler<typeof catalog.updateCourse> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params: { courseId }, body, request }: CallOf<typeof catalog.updateCourse>) {
    return this.uow.run(async (tx) => {
      const course = await lockCourse(tx, scope, courseId);
      const before = await courseDraft(tx, scope, courseId);
      if (course.revision !== body.revision) throw new ApiError('stale_revision', { params: { current: before } });
      await checkReferences(tx, scope, body);
      const edit = { revision: () => 'revision + 1', updatedAt: this.clock.now() };
      await tx.update(Course, { id: courseId }, { ...fieldsOf(body), ...edit });
      const after = await courseDraft(tx, scope, courseId);
      const { revision: _revision, ...changes } = body;
      await this.audit.record(tx, {
        actor,
        action: 'catalog.updateCourse',
        objectType: 'course',
        objectId: courseId,
        objectName: after.title,
        organizationId: course.organizationId,
        before: Object.fromEntries(
          Object.keys(changes).map((key) => [key, before[key as keyof typeof before] ?? null]),
        ),
        after: changes,
        request,
      });
      return after;
    });
  }
}

function fieldsOf({ title, summary, descriptionHtml, instructorId, visibility, coverFileId }: Body) {
  return {
    title,
    initials: title === undefined ? undefined : textInitials(title),
    summary,
    descriptionHtml: descriptionHtml === undefined ? undefined : cleanRichText(descriptionHtml),
    instructorId,
    visibility,
    coverFileId,
  };
}

/** An instructor and a cover must lie in the actor's subtrees like the course itself. */
async function checkReferences(
  tx: Tx,
  scope: ScopeOf<typeof catalog.updateCourse>,
  { instructorId, coverFileId }: Body,
): Promise<void> {
  const exists = async (sql: string, id: string) => {
    const params: unknown[] = [id];
    return (await tx.one(`${sql} and ${scope.sql('o.path', params)}`, params)) !== null;
  };
  const person = `select p.id from person p join organization o on o.id = p.current_organization_id where p.id = $1`;
  if (instructorId && !(await exists(person, instructorId))) throw new ApiError('person_not_found');
  const cover = `select f.id from stored_file f join organization o on o.id = f.organization_id
    where f.id = $1 and f.purpose = 'cover'`;
  if (coverFileId && !(await exists(cover, coverFileId))) throw new ApiError('file_not_found');
}
