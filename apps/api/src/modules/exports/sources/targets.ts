import { TARGET_STATES } from '@dangxiao/domain';
import { scopeOf } from '../../../http/scope.ts';
import { ApiError } from '../../../http/api-error.ts';
import { assignmentDetail, targetConditions, targetStates, targetTables } from '../../assignments/index.ts';
import { BY_NAME } from '../../people/index.ts';
import { column, text, word, type Asked, type Source, type Statement } from './source.ts';
import { trailColumn, trailToday } from './trail.ts';

const READ = 'assignments.read';

/** Who is assigned, and how far they are. */
export const targets: Source = {
  permission: READ,
  async statement({ sql, actor, query, now }: Asked): Promise<Statement> {
    const { assignmentId, q, targetState } = query;
    if (!assignmentId) throw new ApiError('assignment_not_found');
    const scope = scopeOf(actor, READ);
    const { title } = await assignmentDetail(sql, scope, assignmentId, now);
    const params: unknown[] = [assignmentId, now];
    const where = ['t.assignment_id = $1', scope.sql('o.path', params)];
    where.push(...targetConditions({ state: targetState, q }, '$2', params));
    const states = targetStates('$2');
    const state = TARGET_STATES.map((one) => `when ${states[one]} then '${one}'`).join(' ');
    return {
      names: { [assignmentId]: title },
      with: trailToday(scope, params),
      from: targetTables,
      where,
      order: `p.name ${BY_NAME}, t.id`,
      params,
      columns: {
        name: text('p.name', 14),
        organization: text('o.name', 28),
        organizationCode: text('o.code', 18),
        trail: trailColumn('o.id', 'o.name'),
        state: word(`case ${state} end`, 'target', 12),
        assignedAt: column('t.assigned_at', 'instant', 20),
        startedAt: column('t.started_at', 'instant', 20),
        finishedAt: column('t.finished_at', 'instant', 20),
        dueAt: column('a.due_at', 'instant', 20),
        graceUntil: column('a.grace_until', 'instant', 20),
        releasedAt: column('t.released_at', 'instant', 20),
      },
    };
  },
};
