import { dayIn } from '@dangxiao/domain';
import type { Tx } from '../database/unit-of-work.ts';
import { enactDefaultPolicy } from '../modules/credits/index.ts';
import { insertOrganization } from '../modules/people/index.ts';

export interface NewSchool {
  name: string;
  demo: boolean;
  zone: string;
  now: Date;
}

/** Makes the one school of a database with its root organization and first conversion policy. A database that has one keeps it. */
export async function openSchool(tx: Tx, { name, demo, zone, now }: NewSchool): Promise<void> {
  if (await tx.one('select from school')) return;
  const root = await insertOrganization(tx, {
    parent: null,
    name,
    code: '1',
    kind: 'committee',
    from: dayIn(zone, now),
    now,
  });
  await tx.execute('insert into school (name, root_organization_id, demo, created_at) values ($1, $2, $3, $4)', [
    name,
    root.id,
    demo,
    now,
  ]);
  await enactDefaultPolicy(tx, now);
}
