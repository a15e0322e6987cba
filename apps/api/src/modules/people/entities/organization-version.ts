import { Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How an organization was: valid days, and the time at which we knew it so. */
@Entity('organization_version')
@Index('organization_version_organization', { synchronize: false })
@Index('organization_version_parent', { synchronize: false })
@Exclusion(
  'organization_version_one_at_a_time',
  `using gist (organization_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)`,
)
export class OrganizationVersion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'organization_version_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'organization_version_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @ForeignKey('organization', { name: 'organization_version_parent_id_fkey' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('text')
  name: string;

  @Column('text')
  code: string;

  @Column('text')
  kind: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt: Date | null;
}
