import { firstOf } from '../../database/first-of.ts';
import { trainingSums } from './sums.sql.ts';

const written = 'organization_id, assignment_id, day, assigned, started, finished';
const summed = 'sum(assigned), sum(started), sum(finished)';

/** Takes some of what triggers queued: $1 at most so many rows, $2 zone. */
export const takeTraining = `
  with taken as (
    delete from training_change where ${firstOf('training_change', '$1', '')} returning *),
  fresh as (
    insert into ${trainingSums.change} (${written})
    select organization_id, assignment_id, (at at time zone $2)::date, ${summed} from taken group by 1, 2, 3)
  select count(*)::int as taken from taken`;

/** Every target anew. $1 zone. Nobody changes targets meanwhile: the queue is locked. */
export const trainingFromAll = `
  insert into training_day (${written})
  select organization_id, assignment_id, (at at time zone $1)::date, ${summed} from (
    select t.organization_id, t.assignment_id, e.at, e.assigned, e.started, e.finished
    from assignment_target t,
      lateral (select
        case when t.started_at is not null and greatest(t.started_at, t.span_from) < coalesce(t.released_at, 'infinity')
          then greatest(t.started_at, t.span_from) end as started,
        case when t.finished_at is not null and greatest(t.finished_at, t.span_from) < coalesce(t.released_at, 'infinity')
          then greatest(t.finished_at, t.span_from) end as finished) s,
      lateral (values (t.span_from, 1, 0, 0), (s.started, 0, 1, 0), (s.finished, 0, 0, 1),
        (t.released_at, -1, -(s.started is not null)::int, -(s.finished is not null)::int)) e(at, assigned, started, finished)
    where e.at is not null) every
  group by 1, 2, 3`;
