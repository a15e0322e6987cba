import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Audience rules under a name, for several assignments. */
@Entity('saved_audience')
@Index('saved_audience_organization', { synchronize: false })
export class SavedAudience {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'saved_audience_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'saved_audience_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  title: string;

  @Column('jsonb')
  rules: object;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  revision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
