import type { Sql } from '../../database/sql.ts';

export interface ListProblem {
  line: number;
  text: string;
  problem: 'not_found' | 'not_unique' | 'repeated';
}

const match = `
  select i.line::int, array_agg(distinct p.id) filter (where p.id is not null) as found
  from unnest($2::text[], $3::text[], $4::bytea[]) with ordinality as i (first, second, phone, line)
  left join lateral (
    select a.person_id as id from account a where i.second = '' and a.login = i.first
    union select p.id from person p where i.second = '' and p.phone_hash = i.phone
    union select p.id from person p join organization o on o.id = p.current_organization_id
      where i.second <> '' and p.name = i.first and (o.name = i.second or o.code = i.second)) hit on true
  left join person p on p.id = hit.id and p.deactivated_at is null
    and exists (select from organization o where o.id = p.current_organization_id and o.path <@ $1::ltree)
  group by i.line order by i.line`;

/** Who the lines name among the people under `path`: by login, phone number, or name and organization. Empty lines are passed over. */
export async function matchList(tx: Sql, path: string, text: string, phoneHash: (phone: string) => Buffer | null) {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
  const cells = lines.map((line) =>
    line.text.split(/[,\uFF0C\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')),
  );
  const rows = await tx.query<{ line: number; found: string[] | null }>(match, [
    path,
    cells.map((cell) => cell[0] ?? ''),
    cells.map((cell) => cell[1] ?? ''),
    cells.map((cell) => phoneHash(cell[0] ?? '')),
  ]);
  const people = new Set<string>();
  const problems: ListProblem[] = [];
  for (const { line, found } of rows) {
    const given = lines[line - 1];
    if (!given) continue;
    const [person, ...others] = found ?? [];
    const report = (problem: ListProblem['problem']) =>
      problems.push({ ...given, text: given.text.slice(0, 100), problem });
    if (!person) report('not_found');
    else if (others.length > 0) report('not_unique');
    else if (people.has(person)) report('repeated');
    else people.add(person);
  }
  return { personIds: [...people], problems };
}
