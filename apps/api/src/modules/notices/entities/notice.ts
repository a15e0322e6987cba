import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A message in somebody's inbox: code and parameters, worded in the reader's language. */
@Entity('notice')
@Index('notice_once', { synchronize: false })
@Index('notice_unread', { synchronize: false })
@Index('notice_organization', { synchronize: false })
@Index('notice_email', { synchronize: false })
@Check('notice_recipient', `num_nonnulls(person_id, account_id) = 1 and recipient_id = coalesce(person_id, account_id)`)
export class Notice {
  @PrimaryColumn('uuid', { name: 'recipient_id', primaryKeyConstraintName: 'notice_pkey' })
  recipientId: string;

  @ForeignKey('person', { name: 'notice_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @ForeignKey('account', { name: 'notice_account_id_fkey' })
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'notice_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'notice_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  code: string;

  @Column('jsonb')
  params: object;

  /** What is told once only. */
  @Column('text', { name: 'dedupe_key' })
  dedupeKey: string;

  @ForeignKey('email', { name: 'notice_email_id_fkey' })
  @Column('uuid', { name: 'email_id', nullable: true })
  emailId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;
}
