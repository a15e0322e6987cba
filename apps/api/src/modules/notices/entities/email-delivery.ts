import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One try at handing an email to the mail server, written down before it is made; without an end the sender died or is at it. */
@Entity('email_delivery')
@Check('email_delivery_outcome_check', `outcome in ('accepted', 'refused', 'put_off', 'unreachable', 'unanswered')`)
@Check('email_delivery_check', `(ended_at is null) = (outcome is null)`)
export class EmailDelivery {
  @ForeignKey('email', { name: 'email_delivery_email_id_fkey' })
  @PrimaryColumn('uuid', { name: 'email_id', primaryKeyConstraintName: 'email_delivery_pkey' })
  emailId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'email_delivery_pkey' })
  number: number;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  outcome: 'accepted' | 'refused' | 'put_off' | 'unreachable' | 'unanswered' | null;

  /** The server's words. */
  @Column('text', { nullable: true })
  answer: string | null;
}
