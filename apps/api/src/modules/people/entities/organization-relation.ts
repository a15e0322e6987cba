import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What became of an organization, or where it came from. */
@Entity('organization_relation')
@Index('organization_relation_organization', { synchronize: false })
@Index('organization_relation_other', { synchronize: false })
@Check('organization_relation_kind_check', `kind in ('merged_into', 'split_from')`)
export class OrganizationRelation {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'organization_relation_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'organization_relation_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  kind: 'merged_into' | 'split_from';

  @ForeignKey('organization', { name: 'organization_relation_other_id_fkey' })
  @Column('uuid', { name: 'other_id' })
  otherId: string;

  @Column('date', { name: 'effective_on' })
  effectiveOn: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
