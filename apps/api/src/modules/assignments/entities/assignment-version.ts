import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What was published, changed or withdrawn, by whom, and how the assignment stood then. */
@Entity('assignment_version')
@Check('assignment_version_action_check', `action in ('published', 'changed', 'withdrawn')`)
export class AssignmentVersion {
  @ForeignKey('assignment', { name: 'assignment_version_assignment_id_fkey' })
  @PrimaryColumn('uuid', { name: 'assignment_id', primaryKeyConstraintName: 'assignment_version_pkey' })
  assignmentId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'assignment_version_pkey' })
  number: number;

  @Column('text')
  action: 'published' | 'changed' | 'withdrawn';

  @Column('timestamptz')
  at: Date;

  @ForeignKey('account', { name: 'assignment_version_account_id_fkey' })
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb')
  content: object;
}
