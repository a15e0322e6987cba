import type { Pg } from '../../apps/api/src/database/pg.ts';
import { textInitials } from '../../apps/api/src/modules/people/index.ts';
import type { Node } from './factories.ts';

const places = [...'东西南北中上下新安平和兴福康永太清明长宁'];
const trades = ['教育', '卫生', '水利', '农业', '交通', '商务', '民政', '文化', '林业', '税务'];

/**
 * `count` organizations below a node, by the product's rules: committees of committees, general branches, branches and groups, with names,
 * initials and codes as people write them. One statement per level.
 */
export async function manyOrganizations(pg: Pg, root: Node, count: number, now: Date): Promise<void> {
  const levels = [
    { kind: 'committee', share: 0.004, end: '党委' },
    { kind: 'committee', share: 0.04, end: '党委' },
    { kind: 'general_branch', share: 0.156, end: '党总支' },
    { kind: 'branch', share: 0.8, end: '党支部' },
  ];
  let parents = [root.id];
  let number = 0;
  for (const { kind, share, end } of levels) {
    const rows = Array.from({ length: Math.round(count * share) }, (_, index) => {
      number += 1;
      const word = (step: number) => places[(number * step + index) % places.length] ?? '';
      const name = `${word(1)}${word(3)}${word(7)}${trades[number % trades.length] ?? ''}${word(11)}第${index + 1}${end}`;
      return { parent: parents[index % parents.length], name, initials: textInitials(name), code: `M${number}` };
    });
    const made = await pg.query<{ id: string }>(
      `with given as (
         select uuidv7() as id, r.* from jsonb_to_recordset($1::jsonb) as r(parent uuid, name text, initials text, code text)),
       node as (
         insert into organization (id, parent_id, path, name, initials, code, kind, created_at)
         select g.id, p.id, p.path || replace(g.id::text, '-', '')::ltree, g.name, g.initials, g.code, $2, $3
         from given g join organization p on p.id = g.parent returning *)
       insert into organization_version (organization_id, parent_id, name, code, kind, valid_from, recorded_at)
       select id, parent_id, name, code, kind, '2020-01-01', $3 from node returning organization_id as id`,
      [JSON.stringify(rows), kind, now],
    );
    parents = made.map(({ id }) => id);
  }
}
