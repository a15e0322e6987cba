import type { ExemptionKind } from '@dangxiao/contracts';
import type { PersonKind, Position } from '@dangxiao/domain';
import type { Scope } from '../../http/scope.ts';
import type { Sql } from '../../database/sql.ts';
import { countedTo, employerRef } from './employers.queries.ts';
import { maskedNumber } from './personal-numbers.ts';
import { BY_NAME, like, likeFor } from './sorting.ts';

type AccountState = 'none' | 'invited' | 'active' | 'disabled';

/** An open code only shows while there is no account: a reset leaves the account active. `$1` is now. */
export const accountState = `case when a.disabled_at is not null then 'disabled' when a.id is not null then 'active'
  when exists (select from activation_code c where c.person_id = p.id and c.used_at is null and c.ended_at is null and c.expires_at > $1)
  then 'invited' else 'none' end`;
const rowColumns = `p.id, p.name, o.id as "organizationId", o.name as "organizationName", p.current_kind as kind,
  p.current_position as position, p.phone_last4, ${accountState} as account, p.deactivated_at is not null as deactivated,
  case when h.id is not null then json_build_object('id', h.id, 'name', h.name) end as host`;
export const peopleTables = `person p join organization o on o.id = p.current_organization_id left join account a on a.person_id = p.id
  left join organization h on h.id = p.host_organization_id`;

interface Row {
  id: string;
  name: string;
  organizationId: string;
  organizationName: string;
  kind: PersonKind;
  position: Position;
  phone_last4: string | null;
  account: AccountState;
  deactivated: boolean;
  host: { id: string; name: string } | null;
}

const view = ({ phone_last4, ...row }: Row) => ({ ...row, maskedPhone: maskedNumber(phone_last4) });

export interface PeopleFilter {
  /** The node; without it everything in the actor's subtrees. */
  node?: { id: string; path: string } | undefined;
  subtree: boolean;
  q?: string | undefined;
  phoneHash: Buffer | null;
  kind?: PersonKind | undefined;
  employerId?: string | undefined;
  /** Guests are those whose host, not whose own organization, is meant. */
  state: 'active' | 'deactivated' | 'floating';
}

/** SQL: the people that the filter finds in the actor's subtrees. */
export function peopleConditions(scope: Scope<'people.read'>, filter: PeopleFilter, params: unknown[]): string {
  const home = filter.state === 'floating' ? 'h' : 'o';
  const where = [
    scope.sql(`${home}.path`, params),
    `p.deactivated_at is ${filter.state === 'deactivated' ? 'not ' : ''}null`,
  ];
  if (filter.node && filter.subtree) where.push(`${home}.path <@ $${params.push(filter.node.path)}::ltree`);
  else if (filter.node) where.push(`${home}.id = $${params.push(filter.node.id)}`);
  if (filter.kind) where.push(`p.current_kind = $${params.push(filter.kind)}`);
  if (filter.employerId) where.push(countedTo(`$${params.push(filter.employerId)}`));
  if (filter.q) {
    const name = params.push(like(filter.q));
    const initials = params.push(like(filter.q.toLowerCase().replace(/\s+/g, '')));
    const phone = params.push(filter.phoneHash);
    where.push(
      `(p.name ${likeFor(filter.q)} '%' || $${name} || '%' or p.initials like $${initials} || '%' or p.phone_hash = $${phone}::bytea)`,
    );
  }
  return where.join(' and ');
}

/** People by name in pinyin order, one more than `limit` when there are more. */
export async function listPeople(
  db: Sql,
  scope: Scope<'people.read'>,
  filter: PeopleFilter,
  { now, after, limit }: { now: Date; after: readonly [string, string] | null; limit: number },
) {
  const params: unknown[] = [now, limit + 1];
  const where = [peopleConditions(scope, filter, params)];
  if (after) {
    const at = params.push(...after);
    where.push(`(p.name ${BY_NAME}, p.id) > ($${at - 1}::text ${BY_NAME}, $${at}::uuid)`);
  }
  const rows = await db.query<Row>(
    `select ${rowColumns} from ${peopleTables} where ${where.join(' and ')} order by p.name ${BY_NAME}, p.id limit $2`,
    params,
  );
  return rows.map(view);
}

/** How many people the filter finds. */
export async function countPeople(db: Sql, scope: Scope<'people.read'>, filter: PeopleFilter): Promise<number> {
  if (!filter.q && !filter.kind && !filter.employerId && filter.state !== 'floating' && filter.state !== 'deactivated')
    return countMembers(db, scope, filter);
  const params: unknown[] = [];
  const where = peopleConditions(scope, filter, params);
  const sql = `select count(*)::int as n from person p join organization o on o.id = p.current_organization_id
    left join organization h on h.id = p.host_organization_id where ${where}`;
  return (await db.one<{ n: number }>(sql, params))?.n ?? 0;
}

/** Of everybody in a whole school only the organizations' own counts are added up. */
async function countMembers(db: Sql, scope: Scope<'people.read'>, { node, subtree }: PeopleFilter): Promise<number> {
  const params: unknown[] = [];
  const where = [scope.sql('o.path', params)];
  if (node) where.push(subtree ? `o.path <@ $${params.push(node.path)}::ltree` : `o.id = $${params.push(node.id)}`);
  const sql = `select coalesce(sum(o.member_count), 0)::int as n from organization o where ${where.join(' and ')}`;
  return (await db.one<{ n: number }>(sql, params))?.n ?? 0;
}

interface DetailRow extends Row {
  identity_last4: string | null;
  login: string | null;
  exempt: boolean;
  exemptReason: string | null;
  createdAt: Date;
  revision: number;
  employer: { id: string; name: string } | null;
  organizationEmployer: { id: string; name: string } | null;
  deactivatedAt: Date | null;
  deactivatedReason: string | null;
  mergedInto: { id: string; name: string } | null;
  aliases: { mergeId: string; id: string; name: string; organizationName: string; mergedAt: string }[];
  exemptions: { id: string; kind: ExemptionKind; reason: string; validFrom: string; validTo: string | null }[];
  floating: { id: string; organizationName: string; reason: string; validFrom: string; validTo: string | null }[];
  memberships: {
    id: string;
    organizationId: string;
    organizationName: string;
    kind: PersonKind;
    position: Position;
    validFrom: string;
    validTo: string | null;
  }[];
}

const memberships = `coalesce((select json_agg(json_build_object('id', m.id, 'organizationId', m.organization_id, 'organizationName', mo.name, 'kind', m.kind,
    'position', m.position, 'validFrom', m.valid_from, 'validTo', m.valid_to) order by m.valid_from desc)
  from membership m join organization mo on mo.id = m.organization_id
  where m.person_id = p.id and m.superseded_at is null), '[]') as memberships`;

const changes = `p.deactivated_at as "deactivatedAt", p.deactivated_reason as "deactivatedReason",
  (select json_build_object('id', s.id, 'name', s.name) from person s where s.id = p.merged_into_id) as "mergedInto",
  coalesce((select json_agg(json_build_object('mergeId', g.id, 'id', d.id, 'name', d.name, 'organizationName', dor.name,
      'mergedAt', to_char(g.merged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by g.merged_at)
    from person_merge g join person d on d.id = g.duplicate_id join organization dor on dor.id = d.current_organization_id
    where g.survivor_id = p.id and g.undone_at is null), '[]') as aliases,
  coalesce((select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'reason', e.reason, 'validFrom', e.valid_from, 'validTo', e.valid_to)
    order by e.valid_from desc) from exemption e where e.person_id = p.id and e.superseded_at is null), '[]') as exemptions,
  coalesce((select json_agg(json_build_object('id', f.id, 'organizationName', fo.name, 'reason', f.reason, 'validFrom', f.valid_from,
      'validTo', f.valid_to) order by f.valid_from desc)
    from floating_term f join organization fo on fo.id = f.host_organization_id
    where f.person_id = p.id and f.superseded_at is null), '[]') as floating`;

/** One person with the memberships as they are known now; null when out of the actor's sight. */
export async function findPerson(db: Sql, scope: Scope<'people.read' | 'people.write'>, personId: string, now: Date) {
  const params: unknown[] = [now, personId];
  const inside = scope.sql('o.path', params);
  const row = await db.one<DetailRow>(
    `select ${rowColumns}, p.identity_last4, a.login, p.exempt, p.exempt_reason as "exemptReason", p.created_at as "createdAt", p.revision,
       ${employerRef('p.employer_id')} as "employer", ${employerRef('o.employer_id')} as "organizationEmployer",
       ${memberships}, ${changes} from ${peopleTables} where p.id = $2 and ${inside}`,
    params,
  );
  if (!row) return null;
  const { phone_last4, identity_last4, createdAt, deactivatedAt, ...rest } = row;
  return {
    ...rest,
    maskedPhone: maskedNumber(phone_last4),
    maskedIdentityNumber: maskedNumber(identity_last4),
    createdAt: createdAt.toISOString(),
    deactivatedAt: deactivatedAt?.toISOString() ?? null,
  };
}
