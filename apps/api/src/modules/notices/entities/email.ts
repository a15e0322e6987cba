import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An e-mail to somebody: gathers messages while it waits, then is sent with one Message-ID, however often it takes. */
@Entity('email')
@Index('email_message_id', { synchronize: false })
@Index('email_open', { synchronize: false })
@Index('email_due', { synchronize: false })
@Index('email_organization', { synchronize: false })
@Check('email_kind_check', `kind in ('notices', 'confirmation')`)
@Check('email_state_check', `state in ('waiting', 'sending', 'sent', 'repeated', 'refused', 'given_up', 'dropped')`)
@Check('email_recipient', `num_nonnulls(person_id, account_id) = 1 and recipient_id = coalesce(person_id, account_id)`)
export class Email {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'email_pkey' })
  id: string;

  @Column('uuid', { name: 'recipient_id' })
  recipientId: string;

  @ForeignKey('person', { name: 'email_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @ForeignKey('account', { name: 'email_account_id_fkey' })
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @ForeignKey('organization', { name: 'email_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  kind: 'notices' | 'confirmation';

  @Column('text', { default: 'waiting' })
  state: 'waiting' | 'sending' | 'sent' | 'repeated' | 'refused' | 'given_up' | 'dropped';

  /** The same for every attempt, so that mail programs show a repeated email once. */
  @Column('text', { name: 'message_id' })
  messageId: string;

  @Column('text', { name: 'masked_address', nullable: true })
  maskedAddress: string | null;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('int', { default: 0 })
  attempts: number;

  /** Attempts whose answer never came. */
  @Column('int', { default: 0 })
  unanswered: number;

  /** While sending: after this the sender is taken for dead. */
  @Column('timestamptz', { name: 'held_until', nullable: true })
  heldUntil: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
