import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import type { AudienceRules, PlainRule } from '@dangxiao/domain';
import { ApiError } from '../../http/api-error.ts';
import { checkRules } from './checks.ts';
import { refill } from './filling.ts';
import { namesIn } from './reasons.ts';
import { namesAudience } from './saved-audiences.queries.ts';

interface Row {
  id: string;
  organizationId: string;
  title: string;
  rules: AudienceRules<PlainRule>;
  archived: boolean;
  revision: number;
}

/** A change of the rules has every live assignment that names the audience go through its people again. */
@Handles(assignments.updateSavedAudience)
export class UpdateSavedAudience implements Handler<typeof assignments.updateSavedAudience> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, params: { audienceId }, body, request }: CallOf<typeof assignments.updateSavedAudience>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      // fills first: they read saved audiences while they hold their own row
      await tx.execute(
        `select from assignment_fill f where exists (
           select from assignment a, saved_audience x where x.id = $1 and a.id = f.assignment_id and ${namesAudience})
         order by f.assignment_id for update of f`,
        [audienceId],
      );
      const params: unknown[] = [audienceId];
      const inside = scope.sql('o.path', params);
      const before = await tx.one<Row>(
        `select x.id, x.organization_id as "organizationId", x.title, x.rules,
           x.archived_at is not null as archived, x.revision
         from saved_audience x join organization o on o.id = x.organization_id where x.id = $1 and ${inside} for update of x`,
        params,
      );
      if (!before) throw new ApiError('audience_not_found');
      if (before.revision !== body.revision) {
        const current = { ...before, names: await namesIn(tx, [before.rules]) };
        throw new ApiError('stale_revision', { params: { current } });
      }
      if (body.rules) await checkRules(tx, scope, body.rules, before.rules);
      const { title = before.title, rules = before.rules, archived = before.archived } = body;
      const after = { ...before, title, rules, archived };
      await tx.execute(
        `update saved_audience set title = $2, rules = $3, updated_at = $4, revision = revision + 1,
           archived_at = case when $5 then coalesce(archived_at, $4) end where id = $1`,
        [audienceId, title, JSON.stringify(rules), now, archived],
      );
      if (body.rules) {
        const users = await tx.query<{ id: string; version: number }>(
          `select a.id, a.version from assignment a, saved_audience x
           where x.id = $1 and a.state in ('publishing', 'published') and a.mode = 'live' and ${namesAudience} order by a.id`,
          [audienceId],
        );
        for (const { id, version } of users) await refill(tx, id, version, now);
      }
      await this.audit.record(tx, {
        actor,
        action: assignments.updateSavedAudience.id,
        objectType: 'saved_audience',
        objectId: audienceId,
        objectName: after.title,
        organizationId: before.organizationId,
        before: { ...before },
        after: body,
        request,
      });
      return { ...after, revision: before.revision + 1 };
    });
  }
}
