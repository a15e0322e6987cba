import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One row of the audit log; inserted by `Audit` only, never changed. */
@Entity('audit_event')
@Index('audit_event_at', { synchronize: false })
@Index('audit_event_organization', { synchronize: false })
export class AuditEvent {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'audit_event_pkey' })
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'actor_account_id', nullable: true })
  actorAccountId: string | null;

  @Column('text', { name: 'actor_name' })
  actorName: string;

  @Column('text')
  action: string;

  @Column('text', { name: 'object_type' })
  objectType: string;

  @Column('text', { name: 'object_id', nullable: true })
  objectId: string | null;

  @Column('text', { name: 'object_name', nullable: true })
  objectName: string | null;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId: string | null;

  @Column('text')
  address: string;

  @Column('text', { name: 'user_agent', default: '' })
  userAgent: string;

  @Column('jsonb', { nullable: true })
  before: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  after: Record<string, unknown> | null;
}
