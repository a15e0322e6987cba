import type { TargetState } from '@dangxiao/domain';
import { like } from '../people/index.ts';

/** `t` a span of a person in an assignment `a`, `p` the person, `o` the organization it counts for. */
export const targetTables = `assignment_target t join assignment a on a.id = t.assignment_id join person p on p.id = t.person_id
  join organization o on o.id = t.organization_id`;

/** SQL twins of the domain's `targetState` at the instant `at`, a parameter. */
export function targetStates(at: string): Readonly<Record<TargetState, string>> {
  const finished = `t.finished_at <= ${at}`;
  const going = `(${finished}) is not true and ${openAt(at)}`;
  const begun = `t.started_at <= ${at}`;
  return {
    not_started: `${going} and (${begun}) is not true and coalesce(a.due_at >= ${at}, true)`,
    under_way: `${going} and ${begun} and coalesce(a.due_at >= ${at}, true)`,
    finished,
    in_grace: `${going} and a.due_at < ${at} and a.grace_until >= ${at}`,
    overdue: `${going} and a.due_at < ${at} and coalesce(a.grace_until < ${at}, true)`,
    released: `t.released_at <= ${at} and (${finished}) is not true`,
  };
}

const openAt = (at: string) => `(t.released_at is null or t.released_at > ${at})`;

/** What the filter finds at an instant. A transferred span is told by its successor; released people show when asked for. */
export function targetConditions(
  filter: { state?: TargetState | undefined; q?: string | undefined },
  at: string,
  params: unknown[],
): string[] {
  const where = [`t.span_from <= ${at} and (t.release_reason is distinct from 'transferred' or t.released_at > ${at})`];
  where.push(filter.state ? targetStates(at)[filter.state] : openAt(at));
  if (filter.q) {
    const q = params.push(like(filter.q));
    where.push(`(p.name ilike '%' || $${q} || '%' or p.initials like lower($${q}) || '%')`);
  }
  return where;
}
