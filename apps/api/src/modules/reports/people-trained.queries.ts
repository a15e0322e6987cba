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
const inState = `t.assignment_id = $4 and t.span_from < $3::timestamptz and ($6::text is null or $6 = ${state})`;
const onDay = `${inState} and coalesce(t.released_at >= $3::timestamptz, true)`;
const below = `b.organization_id = t.organization_id and b.ancestor_id = $1 and b.from_day <= $2::date and b.to_day > $2::date`;
/** The organizations' targets are read, then put in order. */
const few = `organization_below b join assignment_target t on ${below} and ${onDay} join person p on p.id = t.person_id`;
/** All targets of the assignment are read, then those are kept that stand below: where these are a large part of all. */
const most = `(
  select * from assignment_target t where ${inState} and t.released_at is null
  union all select * from assignment_target t where ${inState} and t.released_at >= $3::timestamptz offset 0) t
  join organization_below b on ${below} join person p on p.id = t.person_id`;
/** People are read in the order of names until the page is full: where so many are found that this is soon. */
const many = `person p cross join lateral (
  select t.* from assignment_target t where t.person_id = p.id and ${onDay} and exists (select from organization_below b where ${below})
  offset 0) t`;
export const MANY = 2_000;
export const MOST = 20_000;

interface Filter {
  assignmentId: string;
  deadline: Date | null;
  state?: State | undefined;
  /** How many there are to be found, and of how many targets below the organization; they only decide how people are looked for. */
  total: number;
  assigned: number;
}

const foundIn = ({ total, assigned }: Filter) => (total > MANY ? many : assigned > MOST ? most : few);

/** By name, one more than `limit`. */
export function listTrainedPeople(
  db: Sql,
  { id, day, ends, until }: Sight,
  filter: Filter,
  { after, limit }: { after: readonly [string, string] | null; limit: number },
): Promise<TrainedPerson[]> {
  const { assignmentId, deadline, state: wanted } = filter;
  const place = [after?.[0] ?? null, after?.[1] ?? null];
  return db.query<TrainedPerson>(
    `select t.person_id as "personId", t.name, o.name as "organizationName", ${state} as state,
       case when t.started_at < $3::timestamptz then t.started_at end as "startedAt",
       case when t.finished_at < $3::timestamptz then t.finished_at end as "finishedAt"
     from (
       select t.*, p.name from ${foundIn(filter)}
       where ($8::text is null or (p.name ${BY_NAME}, p.id) > ($8::text ${BY_NAME}, $9::uuid))
       order by p.name ${BY_NAME}, p.id limit $10) t
     join organization o on o.id = t.organization_id order by t.name ${BY_NAME}, t.person_id`,
    [id, day, ends, assignmentId, deadline, wanted ?? null, until, ...place, limit + 1],
  );
}

/** How many are in a state, from the figures of the assignment: once it is late, who has not finished is overdue, begun or not. */
export function countTrainedPeople(
  { assigned, started, finished }: { assigned: number; started: number; finished: number },
  late: boolean,
  wanted: State | undefined,
): number {
  const counts = {
    not_started: late ? 0 : assigned - started,
    under_way: late ? 0 : started - finished,
    finished,
    overdue: late ? assigned - finished : 0,
  };
  return wanted ? counts[wanted] : assigned;
}
