import type { Sql } from '../../database/sql.ts';

const below = `o.path <@ (select path from organization where id = $1::uuid)`;

/** Uploads of the subtree that are not playable yet, what failed first. */
export function mediaUnderWay(db: Sql, organizationId: string) {
  return db.query<{ mediaId: string; title: string; state: 'uploaded' | 'processing' | 'failed'; progress: number }>(
    `select m.id as "mediaId", m.title, m.state, m.progress from media m join organization o on o.id = m.organization_id
     where ${below} and m.state <> 'ready' order by m.state = 'failed' desc, m.created_at desc limit 20`,
    [organizationId],
  );
}

/** Appeals of people of the subtree that nobody has decided. */
export async function countOpenAppeals(db: Sql, organizationId: string): Promise<number> {
  const row = await db.one<{ n: number }>(
    `select count(*)::int as n from credit_appeal a join person p on p.id = a.person_id
     join organization o on o.id = p.current_organization_id where a.decision = 'open' and ${below}`,
    [organizationId],
  );
  return row?.n ?? 0;
}
