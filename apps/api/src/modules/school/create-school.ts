import { dayIn } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import { enactDefaultPolicy } from '../credits/index.ts';
import { insertOrganization } from '../people/index.ts';

export interface NewSchool {
  /** Of the school and of its topmost organization. */
  name: string;
  rootName?: string;
  rootCode?: string;
  /** Demo schools show their accounts on the sign-in page, outside production. */
  demo?: boolean;
  /** IANA zone that decides days and years. */
  zone: string;
  now: Date;
}

/**
 * The school of an empty database: its root organization, a committee, and the conversion policy that it begins with.
 * There is one school per database: a second one violates the table's key.
 */
export async function createSchool(tx: Sql, school: NewSchool): Promise<{ id: string; path: string }> {
  const { name, rootName = name, rootCode = '1', demo = false, zone, now } = school;
  const from = dayIn(zone, now);
  const root = await insertOrganization(tx, {
    parent: null,
    name: rootName,
    code: rootCode,
    kind: 'committee',
    from,
    now,
  });
  await tx.execute('insert into school (name, root_organization_id, demo, created_at) values ($1, $2, $3, $4)', [
    name,
    root.id,
    demo,
    now,
  ]);
  await enactDefaultPolicy(tx, now);
  return root;
}
