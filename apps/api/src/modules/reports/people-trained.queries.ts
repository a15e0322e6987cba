import type { Sql } from '../../database/sql.ts';
import { BY_NAME } from '../people/index.ts';
import type { Sight } from './sight.ts';

type State = 'not_started' | 'under_way' | 'finished' | 'overdue';
export interface TrainedPerson {
  personId: string;
  name: string;
  organizationName: string;
  state: State;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** How somebody stood at the end of the day ($3); $5 is the deadline as it was said then, $7 by when it is late. */
const state = `
  case when t.finished_at < $3::timestamptz then 'finished' when $5::timestamptz < $7::timestamptz then 'overdue'
    when t.started_at < $3::timestamptz then 'under_way' else 'not_started' end`;
const from = (more = '') => `
  organization_below b
  join assignment_target t on t.organization_id = b.organization_id and t.assignment_id = $4
    and t.span_from < $3::timestamptz and coalesce(t.released_at >= $3::timestamptz, true)
  join person p on p.id = t.person_id
  ${more}
  where b.ancestor_id = $1 and b.from_day <= $2::date and b.to_day > $2::date
    and ($6::text is null or $6 = ${state})`;

interface Filter {
  assignmentId: string;
  deadline: Date | null;
  state?: State | undefined;
}
const paramsOf = ({ id, day, ends, until }: Sight, { assignmentId, deadline, state: wanted }: Filter): unknown[] => [
  id,
  day,
  ends,
  assignmentId,
  deadline,
  wanted ?? null,
  until,
];

/** By name, one more than `limit`. */
export function listTrainedPeople(
  db: Sql,
  sight: Sight,
  filter: Filter,
  { after, limit }: { after: readonly [string, string] | null; limit: number },
): Promise<TrainedPerson[]> {
  return db.query<TrainedPerson>(
    `select t.person_id as "personId", p.name, o.name as "organizationName", ${state} as state,
       case when t.started_at < $3::timestamptz then t.started_at end as "startedAt",
       case when t.finished_at < $3::timestamptz then t.finished_at end as "finishedAt"
     from ${from('join organization o on o.id = t.organization_id')}
       and ($8::text is null or (p.name ${BY_NAME}, p.id) > ($8::text ${BY_NAME}, $9::uuid))
     order by p.name ${BY_NAME}, p.id limit $10`,
    [...paramsOf(sight, filter), after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}

export async function countTrainedPeople(db: Sql, sight: Sight, filter: Filter): Promise<number> {
  const row = await db.one<{ n: number }>(`select count(*)::int as n from ${from()}`, paramsOf(sight, filter));
  return row?.n ?? 0;
}
