import { decideOrganizations, type ImportNode, type OrganizationRowIn, type Place } from '@dangxiao/domain';
import type { Sql } from '../../../database/sql.ts';
import { noteProgress, type Batch } from '../batch.ts';

const rowsOf = `
  select r.row, r.id, r.name, r.code, r.kind, r.parent_code as "parentCode", r.employer_code as "employerCode", u.id as "employerId"
  from import_row r left join employer u on u.code = r.employer_code where r.batch_id = $1 and not r.skipped order by r.row`;
const nodesOf = `
  select id, parent_id as "parentId", name, code, kind, closed_on is not null as closed, employer_id as "employerId" from organization where path <@ $1::ltree`;
const takenOf = `
  select o.code from import_row r join organization o on o.code = r.code
  where r.batch_id = $1 and not r.skipped and not o.path <@ $2::ltree`;
const aboveOf = `
  select a.code, a.kind from organization o join organization a on a.id = o.parent_id where o.id = $1`;
const write = `
  with seen as (
    select s.*, o.revision from unnest($2::int[], $3::text[], $4::uuid[], $5::uuid[], $6::jsonb[])
      as s (row, action, object_id, organization_id, problems)
    left join organization o on o.id = s.object_id)
  update import_row i set organization_id = s.organization_id, object_id = s.object_id, revision = s.revision, problems = s.problems,
    action = case when s.problems = '[]' and i.cell_problems = '[]' then s.action end
  from seen s
  where i.batch_id = $1 and i.row = s.row
    and (i.organization_id, i.object_id, i.revision, i.problems, i.action) is distinct from (s.organization_id, s.object_id, s.revision,
      s.problems, case when s.problems = '[]' and i.cell_problems = '[]' then s.action end)`;

/** Decides all rows together: each may be the parent of others. @returns how many come out otherwise than before */
export async function checkOrganizations(tx: Sql, batch: Batch, progress: Sql): Promise<number> {
  const rows = await tx.query<OrganizationRowIn>(rowsOf, [batch.id]);
  await noteProgress(progress, batch.id, 0, rows.length);
  const nodes = await tx.query<ImportNode>(nodesOf, [batch.path]);
  const taken = await tx.query<{ code: string }>(takenOf, [batch.id, batch.path]);
  const above = await tx.one<NonNullable<Place['above']>>(aboveOf, [batch.organizationId]);
  const place = { baseId: batch.organizationId, above, taken: new Set(taken.map(({ code }) => code)) };
  const decided = decideOrganizations(rows, nodes, place);
  return tx.execute(write, [
    batch.id,
    decided.map(({ row }) => row),
    decided.map(({ action }) => action),
    decided.map(({ organizationId }) => organizationId),
    decided.map(({ parentId }) => parentId),
    decided.map(({ problems }) => JSON.stringify(problems.map((one) => ({ params: {}, ...one })))),
  ]);
}
