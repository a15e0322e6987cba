import { parentsFirst, type ImportAction, type OrganizationKind } from '@dangxiao/domain';
import type { Sql } from '../../../database/sql.ts';
import { moveNode, reviseOrganization } from '../../people/index.ts';
import { noteProgress, type Batch } from '../batch.ts';

const PART = 2_000;

interface Row {
  row: number;
  action: ImportAction;
  organizationId: string;
  parentId: string | null;
  name: string;
  initials: string;
  code: string;
  kind: OrganizationKind;
  employerId: string | null;
}

const rowsOf = `
  select r.row, r.action, r.object_id as "organizationId", r.organization_id as "parentId", r.name, r.initials, r.code, r.kind, u.id as "employerId"
  from import_row r left join employer u on u.code = r.employer_code where r.batch_id = $1 and not r.skipped order by r.row`;

/** As insertOrganization does it for one: the node below its parent's path of this moment, and its first version. */
const create = `
  with r as (select * from import_row where batch_id = $1 and row = any($2::int[])),
  nodes as (
    insert into organization (id, parent_id, path, name, initials, code, kind, employer_id, created_at)
    select r.id, p.id, p.path || replace(r.id::text, '-', ''), r.name, r.initials, r.code, r.kind, u.id, $3
    from r join organization p on p.id = r.organization_id left join employer u on u.code = r.employer_code order by r.row),
  known as (update import_row i set revision = 1 from r where i.batch_id = r.batch_id and i.row = r.row)
  insert into organization_version (organization_id, parent_id, name, code, kind, valid_from, recorded_at)
  select id, organization_id, name, code, kind, $4::date, $3 from r`;

const remember = `
  update import_row i set before = jsonb_build_object('parentId', o.parent_id, 'name', o.name, 'initials', o.initials, 'kind', o.kind,
    'employerId', o.employer_id)
  from organization o
  where i.batch_id = $1 and not i.skipped and i.action in ('update', 'move') and o.id = i.object_id`;
const knowRevisions = `
  update import_row i set revision = o.revision from organization o
  where i.batch_id = $1 and not i.skipped and i.action in ('update', 'move') and o.id = i.object_id`;

/** One node that exists: what it is called, which kind and employer it has, then where it stands. The employer is not dated. */
async function change(tx: Sql, row: Row, today: string, now: Date): Promise<void> {
  const { organizationId: id, name, initials, kind, code, parentId, employerId } = row;
  const node = await tx.one<{ path: string; renamed: boolean }>(
    `update organization set name = $2, initials = $3, kind = $4, employer_id = coalesce($5::uuid, employer_id), revision = revision + 1
     where id = $1 returning new.path::text as path, (old.name, old.kind) <> (new.name, new.kind) as renamed`,
    [id, name, initials, kind, employerId],
  );
  if (!node) throw new Error('An organization of the batch is gone');
  if (row.action === 'update') {
    if (node.renamed) await reviseOrganization(tx, id, { parentId, name, code, kind }, today, now);
    return;
  }
  const parent = await tx.one<{ id: string; path: string }>(
    'select id, path::text as path from organization where id = $1',
    [parentId],
  );
  if (!parent) throw new Error('A parent of the batch is gone');
  await moveNode(tx, { id, path: node.path, name, code, kind }, parent, today, now);
}

/** Writes what the rows say, parents first, so that every node finds what is above it in its place. */
export async function applyOrganizations(
  tx: Sql,
  batch: Batch,
  today: string,
  now: Date,
  progress: Sql,
): Promise<void> {
  await tx.execute(remember, [batch.id]);
  const rows = await tx.query<Row>(rowsOf, [batch.id]);
  let done = 0;
  for (const level of parentsFirst(rows)) {
    for (const row of level) {
      if (row.action === 'update' || row.action === 'move') await change(tx, row, today, now);
    }
    const made = level.filter((row) => row.action === 'create').map((row) => row.row);
    for (let at = 0; at < made.length; at += PART) {
      await tx.execute(create, [batch.id, made.slice(at, at + PART), now, today]);
      await noteProgress(progress, batch.id, done + at, rows.length);
    }
    done += level.length;
    await noteProgress(progress, batch.id, done, rows.length);
  }
  await tx.execute(knowRevisions, [batch.id]);
}
