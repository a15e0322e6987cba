import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An uploaded list of people; never changed. */
@Entity('audience_list')
@Index('audience_list_organization', { synchronize: false })
export class AudienceList {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'audience_list_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'audience_list_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  title: string;

  @ForeignKey('account', { name: 'audience_list_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
