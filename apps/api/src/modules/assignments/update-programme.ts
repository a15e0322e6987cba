import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { checkItems } from './checks.ts';
import { lockProgramme, programmeById, writeProgrammeVersion } from './programmes.queries.ts';

/** Another name or path, or no longer offered. Published assignments keep the path that they were published with. */
@Handles(assignments.updateProgramme)
export class UpdateProgramme implements Handler<typeof assignments.updateProgramme> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, params: { programmeId }, body, request }: CallOf<typeof assignments.updateProgramme>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const params: unknown[] = [programmeId];
      const before = await lockProgramme(tx, scope.sql('o.path', params), params);
      if (!before) throw new ApiError('programme_not_found');
      if (before.revision !== body.revision) throw new ApiError('stale_revision', { params: { current: before } });
      if (body.items) {
        const known = new Set(before.items.map((item) => item.courseId));
        const fresh = body.items.filter((item) => !known.has(item.courseId));
        if (new Set(body.items.map((item) => item.courseId)).size !== body.items.length)
          throw new ApiError('assignment_content_not_found');
        await checkItems(
          tx,
          scope,
          fresh.map((item) => ({ kind: 'course', id: item.courseId })),
        );
        await writeProgrammeVersion(tx, programmeId, body.items, { accountId: actor.accountId, now });
      }
      const archived = body.archived ?? before.archived;
      await tx.execute(
        `update programme set title = $2, summary = $3, archived_at = case when $4 then coalesce(archived_at, $5) end,
           updated_at = $5, revision = revision + 1 where id = $1`,
        [programmeId, body.title ?? before.title, body.summary ?? before.summary, archived, now],
      );
      await this.audit.record(tx, {
        actor,
        action: assignments.updateProgramme.id,
        objectType: 'programme',
        objectId: programmeId,
        objectName: body.title ?? before.title,
        organizationId: before.organizationId,
        before: { ...before },
        after: body,
        request,
      });
      const after = await programmeById(tx, programmeId);
      if (!after) throw new ApiError('programme_not_found');
      return after;
    });
  }
}
