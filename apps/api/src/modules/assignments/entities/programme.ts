import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An ordered path of courses; its draft is its current version. */
@Entity('programme')
@Index('programme_organization', { synchronize: false })
export class Programme {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'programme_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'programme_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  title: string;

  @Column('text', { default: '' })
  summary: string;

  @ForeignKey('programme_version', { name: 'programme_current' })
  @Column('uuid', { name: 'current_version_id', nullable: true })
  currentVersionId: string | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  revision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
