import { dayIn } from '@dangxiao/domain';
import type { Standings as Counting } from '../../reports/index.ts';
import { BY_NAME, organizationAsOf } from '../../people/index.ts';
import { scopeOf } from '../../../http/scope.ts';
import { column, text, word, type Asked, type Column, type Source, type Statement } from './source.ts';
import { dayParams, nodesOfDay, trailColumn } from './trail.ts';

const READ = 'records.read';
const hours = (sql: string): Column => column(sql, 'decimal', 14);

/** How each person stood with the hours required, at the end of a day. */
export class Standings implements Source {
  readonly permission = READ;

  constructor(private readonly counting: Counting) {}

  async prepare(): Promise<void> {
    await this.counting.catchUp();
  }

  async statement({ sql, actor, query, asOf, now, zone }: Asked): Promise<Statement> {
    const scope = scopeOf(actor, READ);
    const { organizationId, attainment, subtree = true } = query;
    const at = asOf ?? { day: dayIn(zone, now), known: now };
    const node = organizationId
      ? await organizationAsOf(sql, scopeOf(actor, 'organizations.read'), at, organizationId)
      : undefined;
    const where = ['s.from_day <= $1::date', 's.to_day > $1::date'];
    if (attainment) where.push('s.owes', attainment === 'attained' ? 's.attained' : 'not s.attained');
    return {
      names: node ? { [node.id]: node.name } : {},
      with: nodesOfDay(organizationId, subtree),
      from: `below b join standing s on s.organization_id = b.id join person p on p.id = s.person_id
        left join lateral (
          select m.kind, m.position from membership m
          where m.person_id = s.person_id and m.organization_id = b.id and m.valid_from <= $1::date
            and (m.valid_to is null or m.valid_to > $1::date) and m.superseded_at is null limit 1) m on true`,
      where,
      order: `p.name ${BY_NAME}, p.id`,
      params: dayParams(at, scope, organizationId),
      columns: {
        name: text('p.name', 14),
        kind: word('m.kind', 'personKind'),
        position: word('m.position', 'position'),
        organization: text('b.name', 28),
        organizationCode: text('b.code', 18),
        trail: trailColumn('b.id', 'b.name'),
        owes: word('s.owes::text', 'flag', 12),
        attained: word(`case when s.owes then s.attained::text end`, 'flag', 12),
        centralised: hours('s.centralised'),
        online: hours('s.online'),
        missing: hours('s.missing'),
      },
    };
  }
}
