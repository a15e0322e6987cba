import type { assignments, ResponseOf } from '@dangxiao/contracts';
import type { Sql } from '../../database/sql.ts';
import { ownedColumns } from './owned-lists.ts';

export type ProgrammeRow = ResponseOf<typeof assignments.listProgrammes>['items'][number];

/** SQL of what a programme `x` shows besides what every list of owned things does. */
export const programmeColumns = `x.summary, coalesce((
  select json_agg(json_build_object('courseId', i.course_id, 'title', c.title, 'needsPrevious', i.needs_previous) order by i.ordinal)
  from programme_item i join course c on c.id = i.course_id where i.programme_version_id = x.current_version_id), '[]') as items,
  (select count(*)::int from assignment_item i join programme_version v on v.id = i.programme_version_id
   join assignment a on a.id = i.assignment_id and a.state <> 'withdrawn' where v.programme_id = x.id) as "usedBy"`;

/** One programme, locked; `scope` is SQL on its organization `o`. */
export async function lockProgramme(tx: Sql, scope: string, params: readonly unknown[]): Promise<ProgrammeRow | null> {
  const locked = await tx.one(
    `select x.id from programme x join organization o on o.id = x.organization_id where x.id = $1 and ${scope} for update of x`,
    params,
  );
  return locked ? programmeById(tx, String(params[0])) : null;
}

export function programmeById(tx: Sql, id: string): Promise<ProgrammeRow | null> {
  return tx.one<ProgrammeRow>(
    `select ${ownedColumns}, ${programmeColumns} from programme x join organization o on o.id = x.organization_id where x.id = $1`,
    [id],
  );
}

/** A new version of the path, which becomes the current one. */
export async function writeProgrammeVersion(
  tx: Sql,
  programmeId: string,
  items: readonly { courseId: string; needsPrevious: boolean }[],
  { accountId, now }: { accountId: string; now: Date },
): Promise<void> {
  const version = await tx.one<{ id: string }>(
    `insert into programme_version (programme_id, number, created_by, created_at)
     select $1, coalesce(max(number), 0) + 1, $2, $3 from programme_version where programme_id = $1 returning id`,
    [programmeId, accountId, now],
  );
  await tx.execute(
    `insert into programme_item (programme_version_id, ordinal, course_id, needs_previous)
     select $1, i.ordinal, i.course_id, i.needs_previous
     from unnest($2::uuid[], $3::boolean[]) with ordinality as i (course_id, needs_previous, ordinal)`,
    [version?.id, items.map((item) => item.courseId), items.map((item) => item.needsPrevious)],
  );
  await tx.execute('update programme set current_version_id = $2 where id = $1', [programmeId, version?.id]);
}
