import {
  like,
  holds,
  organizationAsOf,
  organizationInScope,
  accountState,
  peopleConditions,
  peopleTables,
  countedTo,
  employerName,
} from '../../people/index.ts';
import type { PersonalNumbers, PeopleFilter } from '../../people/index.ts';
import { BY_NAME } from '../../people/index.ts';
import type { Sql } from '../../../database/sql.ts';
import { scopeOf } from '../../../http/scope.ts';
import { column, text, word, type Asked, type Source, type Statement } from './source.ts';
import { dayParams, nodesOfDay, trailColumn, trailToday } from './trail.ts';

const READ = 'people.read';

/** The list of people, today or on a past day. */
export class People implements Source {
  readonly permission = READ;

  constructor(private readonly numbers: PersonalNumbers) {}

  statement(asked: Asked): Promise<Statement> {
    return asked.asOf ? past(asked, asked.asOf) : this.today(asked);
  }

  private async today({ sql, actor, query, now, wholeNumbers }: Asked): Promise<Statement> {
    const scope = scopeOf(actor, READ);
    const { organizationId, q, kind, employerId, subtree = true, state = 'active' } = query;
    const node = organizationId ? await organizationInScope(sql, scope, organizationId) : undefined;
    const params: unknown[] = [now];
    const phoneHash = q ? this.numbers.phoneHash(q) : null;
    const filter: PeopleFilter = { node, subtree, q, kind, employerId, state, phoneHash };
    const where = [peopleConditions(scope, filter, params)];
    const whole = params.push(wholeNumbers ? scopeOf(actor, 'people.numbers').paths : []);
    const number = (field: 'phone' | 'identity') =>
      column(
        `case when o.path <@ any($${whole}::ltree[]) then 'c' || encode(p.${field}_cipher, 'base64') else 'm' || p.${field}_last4 end`,
        field,
        22,
      );
    return {
      names: { ...(node ? { [node.id]: node.name } : {}), ...(await employerNames(sql, employerId)) },
      with: trailToday(scope, params),
      from: peopleTables,
      where,
      order: `p.name ${BY_NAME}, p.id`,
      params,
      columns: {
        name: text('p.name', 14),
        kind: word('p.current_kind', 'personKind'),
        position: word('p.current_position', 'position'),
        organization: text('o.name', 28),
        organizationCode: text('o.code', 18),
        trail: trailColumn('o.id', 'o.name'),
        since: column(
          `(select max(m.valid_from) from membership m where m.person_id = p.id and m.organization_id = o.id and m.superseded_at is null)`,
          'day',
          14,
        ),
        phone: number('phone'),
        identityNumber: number('identity'),
        account: word(accountState, 'account', 12),
        login: text('a.login', 18),
        exempt: word('p.exempt::text', 'flag', 10),
        host: text('h.name', 28),
        employer: text(employerName('coalesce(p.employer_id, o.employer_id)'), 28),
        createdAt: column('p.created_at', 'instant', 20),
      },
    };
  }
}

/** An employer by its name, for the cover sheet. */
async function employerNames(sql: Sql, employerId: string | undefined): Promise<Record<string, string>> {
  const employer = employerId
    ? await sql.one<{ name: string }>('select name from employer where id = $1', [employerId])
    : null;
  return employerId && employer ? { [employerId]: employer.name } : {};
}

async function past({ sql, actor, query }: Asked, asOf: NonNullable<Asked['asOf']>): Promise<Statement> {
  const scope = scopeOf(actor, READ);
  const { organizationId, q, kind, employerId, subtree = true } = query;
  const node = organizationId
    ? await organizationAsOf(sql, scopeOf(actor, 'organizations.read'), asOf, organizationId)
    : undefined;
  const params = dayParams(asOf, scope, organizationId);
  const where = [holds('m', '$1', '$2')];
  if (employerId) where.push(countedTo(`$${params.push(employerId)}`, 'home'));
  if (kind) where.push(`m.kind = $${params.push(kind)}`);
  if (q) where.push(`p.name ilike '%' || $${params.push(like(q))} || '%'`);
  return {
    names: { ...(node ? { [node.id]: node.name } : {}), ...(await employerNames(sql, employerId)) },
    with: nodesOfDay(organizationId, subtree),
    from: 'below b join membership m on m.organization_id = b.id join person p on p.id = m.person_id join organization home on home.id = b.id',
    where,
    order: `p.name ${BY_NAME}, p.id`,
    params,
    columns: {
      name: text('p.name', 14),
      kind: word('m.kind', 'personKind'),
      position: word('m.position', 'position'),
      organization: text('b.name', 28),
      organizationCode: text('b.code', 18),
      trail: trailColumn('b.id', 'b.name'),
      since: column('m.valid_from', 'day', 14),
    },
  };
}
