import { locks, shareLockFor } from '../../database/locks.ts';
import type { Sql } from '../../database/sql.ts';
import { audienceSql, type Audience } from './audience.sql.ts';
import { recordStudy, studyOf } from './record-study.ts';

/** Nobody has a target of an older version than this. */
const FIRST = 1;

/** An assignment whose people are decided; without an audience (withdrawn) nobody is wanted. */
export interface LiveAssignment {
  id: string;
  version: number;
  audience: Audience | null;
}

export const onPathsAsTheyAre = (tx: Sql) => shareLockFor(tx, locks.paths);

/**
 * Makes the open targets of the people what the rules say: leavers are released, joiners assigned, and who changed the organization gets a new
 * span. A target comes with what was studied already; one that stays is looked at again, for another version may ask for something else. The caller
 * holds the people's rows locked and is `onPathsAsTheyAre`, so that all statements see the same.
 * @param reason recorded for those who are no longer wanted
 */
export async function decideTargets(
  tx: Sql,
  { id, version, audience }: LiveAssignment,
  personIds: readonly string[],
  now: Date,
  reason: 'left' | 'changed' | 'withdrawn',
): Promise<void> {
  const params: unknown[] = [id, personIds, now, reason];
  const wanted = wantedSql(audience, params);
  await tx.execute(
    `with wanted as (${wanted}),
     gone as (
       select c.person_id, c.id, w.person_id is not null as stays
       from assignment_target c left join wanted w on w.person_id = c.person_id
       where c.assignment_id = $1 and c.released_at is null and c.person_id = any($2::uuid[])
         and w.organization_id is distinct from c.organization_id)
     update assignment_target t set released_at = greatest($3, t.span_from),
       release_reason = case when gone.stays then 'transferred' else $4 end
     from gone where t.person_id = gone.person_id and t.assignment_id = $1 and t.id = gone.id`,
    params,
  );
  if (!audience) return;
  const more: unknown[] = [id, personIds, now, version];
  const again = wantedSql(audience, more);
  await tx.execute(
    `with wanted as (${again}),
     open as (select * from assignment_target where assignment_id = $1 and released_at is null and person_id = any($2::uuid[])),
     restated as (
       update assignment_target t set reasons = w.reasons, version = $4 from wanted w
       where t.assignment_id = $1 and t.person_id = w.person_id and t.released_at is null
         and (t.reasons, t.version) is distinct from (w.reasons, $4)),
     last as (
       select distinct on (person_id) * from assignment_target
       where assignment_id = $1 and person_id = any($2::uuid[]) and release_reason = 'transferred' and released_at >= $3
       order by person_id, id desc)
     insert into assignment_target (person_id, assignment_id, organization_id, assigned_at, span_from, version, reasons, started_at, finished_at)
     select w.person_id, $1, w.organization_id, coalesce(last.assigned_at, $3), coalesce(last.released_at, $3), $4, w.reasons,
       coalesce(last.started_at, study.started), coalesce(last.finished_at, study.finished)
     from wanted w left join last on last.person_id = w.person_id cross join lateral ${studyOf('w.person_id', '$1')} study
     where not exists (select from open where open.person_id = w.person_id)`,
    more,
  );
  if (version > FIRST) await recordStudy(tx, personIds, { assignmentId: id });
}

const wantedSql = (audience: Audience | null, params: unknown[]) =>
  audience
    ? audienceSql(audience, 'p.id = any($2::uuid[])', params)
    : 'select null::uuid as person_id, null::uuid as organization_id where false';
