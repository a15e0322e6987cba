import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Training assigned by an organization to people of its subtree. */
@Entity('assignment')
@Index('assignment_organization', { synchronize: false })
@Index('assignment_live', { synchronize: false })
@Index('assignment_to_open', { synchronize: false })
@Check('assignment_state_check', `state in ('draft', 'publishing', 'published', 'withdrawn')`)
@Check('assignment_mode_check', `mode in ('live', 'snapshot')`)
@Check('assignment_check', `due_at > opens_at`)
@Check('assignment_check1', `grace_until > due_at`)
@Check('assignment_check2', `(state = 'withdrawn') = (withdrawn_at is not null)`)
export class Assignment {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'assignment_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'assignment_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  title: string;

  @Column('text', { default: '' })
  description: string;

  @Column('text', { default: 'draft' })
  state: 'draft' | 'publishing' | 'published' | 'withdrawn';

  @Column('text')
  mode: 'live' | 'snapshot';

  @Column('boolean')
  required: boolean;

  @Column('timestamptz', { name: 'opens_at' })
  opensAt: Date;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Date | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column('timestamptz', { name: 'grace_until', nullable: true })
  graceUntil: Date | null;

  @Column('jsonb')
  rules: object;

  @Column('int', { default: 0 })
  version: number;

  @Column('int', { default: 1 })
  revision: number;

  @ForeignKey('account', { name: 'assignment_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { name: 'withdrawn_reason', nullable: true })
  withdrawnReason: string | null;
}
