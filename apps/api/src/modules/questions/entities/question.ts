import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A question of a bank; what it says stands in its versions. */
@Entity('question')
@Index('question_organization', { synchronize: false })
export class Question {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'question_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'question_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @ForeignKey('question_version', { name: 'question_current' })
  @Column('uuid', { name: 'current_version_id', nullable: true })
  currentVersionId: string | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  revision: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
