import type { Sql } from '../../database/sql.ts';

const members = `select p.id from organization o join person p on p.current_organization_id = o.id where o.path <@ $1::ltree`;

/** People of the subtree who had a lecture open or sat an exam at any time between the two instants. */
export async function countActive(db: Sql, path: string, from: Date, to: Date): Promise<number> {
  const row = await db.one<{ n: number }>(
    `select count(*)::int as n from (${members}) m
     where exists (select from playback_lease l where l.person_id = m.id and l.last_beat_at >= $2 and l.started_at < $3 and l.seq > 0)
       or exists (select from sitting s where s.person_id = m.id and s.started_at >= $2 and s.started_at < $3)`,
    [path, from, to],
  );
  return row?.n ?? 0;
}

/** Hours booked by month of the year, for the people of the subtree, up to the month of `now`; months without any are 0. */
export function hoursByMonth(db: Sql, path: string, year: number, lastMonth: number, zone: string) {
  return db.query<{ month: string; hours: string }>(
    `select $2 || '-' || lpad(m.n::text, 2, '0') as month, coalesce(h.hours, 0)::numeric(8, 2)::text as hours
     from generate_series(1, $3::int) as m(n)
     left join (
       select extract(month from e.effective_at at time zone $4)::int as n, sum(e.hours) as hours
       from credit_entry e where e.person_id in (${members}) and e.year = $2::int group by 1
     ) h using (n) order by m.n`,
    [path, String(year), lastMonth, zone],
  );
}

/** Uploads of the subtree that are not playable yet, what failed first. */
export function mediaUnderWay(db: Sql, path: string) {
  return db.query<{ mediaId: string; title: string; state: 'uploaded' | 'processing' | 'failed'; progress: number }>(
    `select m.id as "mediaId", m.title, m.state, m.progress from media m join organization o on o.id = m.organization_id
     where o.path <@ $1::ltree and m.state <> 'ready' order by m.state = 'failed' desc, m.created_at desc limit 20`,
    [path],
  );
}

/** Appeals of people of the subtree that nobody has decided. */
export async function countOpenAppeals(db: Sql, path: string): Promise<number> {
  const row = await db.one<{ n: number }>(
    `select count(*)::int as n from credit_appeal a where a.decision = 'open' and a.person_id in (${members})`,
    [path],
  );
  return row?.n ?? 0;
}
