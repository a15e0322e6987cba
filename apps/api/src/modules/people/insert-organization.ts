import type { OrganizationKind } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import { textInitials } from './pinyin.ts';

export interface NewOrganization {
  /** Null for the school's root. */
  parent: { id: string; path: string } | null;
  name: string;
  code: string;
  kind: OrganizationKind;
  employerId?: string | null;
  /** First day on which it is so. */
  from: string;
  now: Date;
}

/** The node, its path below the parent's, and its first version. A code in use violates `organization_code`. */
export async function insertOrganization(tx: Sql, what: NewOrganization): Promise<{ id: string; path: string }> {
  const row = await tx.one<{ id: string; path: string }>(
    `with new as (select uuidv7() as id),
     node as (
       insert into organization (id, parent_id, path, name, initials, code, kind, employer_id, created_at)
       select id, $1::uuid, (coalesce($2 || '.', '') || replace(id::text, '-', ''))::ltree, $3, $4, $5, $6, $9::uuid, $8 from new
       returning id, path)
     , version as (
       insert into organization_version (organization_id, parent_id, name, code, kind, valid_from, recorded_at)
       select id, $1::uuid, $3, $5, $6, $7, $8 from node)
     select id, path::text as path from node`,
    [
      what.parent?.id ?? null,
      what.parent?.path ?? null,
      what.name,
      textInitials(what.name),
      what.code,
      what.kind,
      what.from,
      what.now,
      what.employerId ?? null,
    ],
  );
  if (!row) throw new Error('The organization was not written');
  return row;
}
