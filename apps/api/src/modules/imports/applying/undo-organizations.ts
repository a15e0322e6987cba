import { parentsFirst, type OrganizationKind } from '@dangxiao/domain';
import type { Sql } from '../../../database/sql.ts';
import { noteProgress, type Batch } from '../batch.ts';
import { findReferences, type Blocker } from './references.ts';

const changedSince = `
  select count(*)::int as count, min(r.name) as name from import_row r left join organization o on o.id = r.object_id
  where r.batch_id = $1 and not r.skipped and r.action <> 'nothing'
    and (o.revision is distinct from r.revision or o.closed_on is not null)`;
/** Where it stood before is closed, or was put below the node itself. */
const placesGone = `
  select count(*)::int as count, min(r.name) as name from import_row r join organization o on o.id = r.object_id
    join organization p on p.id = (r.before ->> 'parentId')::uuid
  where r.batch_id = $1 and r.action = 'move' and (p.closed_on is not null or p.path <@ o.path)`;
/** A kind that comes back must fit what was put below meanwhile. */
const childrenSince = `
  select count(*)::int as count, min(r.name) as name from import_row r join organization c on c.parent_id = r.object_id
  where r.batch_id = $1 and r.before is not null and r.before ->> 'kind' <> r.kind and c.created_at > $2
    and not exists (select from import_row x where x.batch_id = r.batch_id and x.object_id = c.id)`;

/** What stands against it. The caller holds the tree alone. */
export async function organizationBlockers(tx: Sql, batch: Batch, since: Date): Promise<Blocker[]> {
  const found: Blocker[] = [];
  const asked: [string, string, unknown[]][] = [
    ['changed', changedSince, [batch.id]],
    ['closed', placesGone, [batch.id]],
    ['children', childrenSince, [batch.id, since]],
  ];
  for (const [what, sql, params] of asked) {
    const row = await tx.one<{ count: number; name: string }>(sql, params);
    if (row && row.count > 0) found.push({ what, ...row });
  }
  return [...found, ...(await findReferences(tx, batch.id, 'organization'))];
}

interface Row {
  action: 'create' | 'update' | 'move';
  organizationId: string;
  parentId: string | null;
  before: {
    parentId: string | null;
    name: string;
    initials: string;
    kind: OrganizationKind;
    employerId: string | null;
  } | null;
}

const rowsOf = `
  select action, object_id as "organizationId", organization_id as "parentId", before from import_row
  where batch_id = $1 and not skipped and action <> 'nothing' order by row`;
const versions = `
  with gone as (
    update organization_version v set superseded_at = $2
    where v.organization_id = $1 and v.superseded_at is null and v.recorded_at = $3 returning v.organization_id)
  insert into organization_version (organization_id, parent_id, name, code, kind, valid_from, valid_to, recorded_at)
  select v.organization_id, v.parent_id, v.name, v.code, v.kind, v.valid_from, v.valid_to, $2
  from organization_version v where v.superseded_at = $3 and v.organization_id in (select organization_id from gone)`;
const restore = `
  update organization set name = $2, initials = $3, kind = $4, parent_id = $5, employer_id = $6, revision = revision + 1 where id = $1`;
const putBack = `
  update organization o set path = (select path from organization where id = $2) || subpath(o.path, nlevel(n.path) - 1)
  from (select path from organization where id = $1) n where o.path <@ n.path`;

/** Takes back what the batch did to organizations: nodes go back to where they were, then what was made goes, children first. */
export async function undoOrganizations(tx: Sql, batch: Batch, since: Date, now: Date, progress: Sql): Promise<void> {
  const rows = await tx.query<Row>(rowsOf, [batch.id]);
  const changed = rows.flatMap(({ before, ...row }) => (before ? [{ ...row, ...before }] : []));
  for (const row of parentsFirst(changed).flat()) {
    const { organizationId: id, name, initials, kind, parentId, employerId } = row;
    await tx.execute(restore, [id, name, initials, kind, parentId, employerId]);
    if (row.action === 'move') await tx.execute(putBack, [id, parentId]);
    await tx.execute(versions, [id, now, since]);
  }
  await noteProgress(progress, batch.id, changed.length, rows.length);
  const made = parentsFirst(rows.filter(({ action }) => action === 'create'));
  for (const level of made.reverse()) {
    const ids = level.map(({ organizationId }) => organizationId);
    // also the versions in which nodes of this batch stood below: a place that never was has no history
    await tx.execute(
      'delete from organization_version where organization_id = any($1::uuid[]) or (parent_id = any($1::uuid[]) and recorded_at = $2)',
      [ids, since],
    );
    await tx.execute('delete from organization where id = any($1::uuid[])', [ids]);
  }
}
