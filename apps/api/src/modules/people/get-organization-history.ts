import { people, type ResponseOf } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { organizationInScope } from './scope.ts';

type Answer = ResponseOf<typeof people.getOrganizationHistory>;
type Version = Answer['versions'][number];
type Relation = Answer['relations'][number];
type Leader = Answer['leaders'][number];

/** Versions, relations and leaders as they are known now. Names of others are told only as far as the actor sees them. */
@Handles(people.getOrganizationHistory)
export class GetOrganizationHistory implements Handler<typeof people.getOrganizationHistory> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, params }: CallOf<typeof people.getOrganizationHistory>) {
    const node = await organizationInScope(this.pg, scope, params.organizationId);
    const values: unknown[] = [node.id];
    const visible = scope.sql('o.path', values);
    const versions = await this.pg.query<Version>(
      `select v.name, v.code, v.kind, o.name as "parentName", v.valid_from as "validFrom", v.valid_to as "validTo"
       from organization_version v left join organization o on o.id = v.parent_id and ${visible}
       where v.organization_id = $1 and v.superseded_at is null order by v.valid_from desc`,
      values,
    );
    const relations = await this.pg.query<Relation>(
      `select case when r.organization_id = $1 then r.kind when r.kind = 'merged_into' then 'absorbed' else 'split_off' end as kind,
         o.id as "organizationId", o.name, r.effective_on as on
       from organization_relation r
       join organization o on o.id = case when r.organization_id = $1 then r.other_id else r.organization_id end
       where (r.organization_id = $1 or r.other_id = $1) and ${visible} order by r.effective_on desc, r.id`,
      values,
    );
    const leaders = await this.pg.query<Leader>(
      `select l.id, l.person_id as "personId", p.name, l.position, l.valid_from as "validFrom", l.valid_to as "validTo"
       from leader_term l join person p on p.id = l.person_id
       where l.organization_id = $1 and l.superseded_at is null order by l.valid_to is not null, l.valid_from desc, l.id`,
      [node.id],
    );
    return { versions, relations, leaders };
  }
}
