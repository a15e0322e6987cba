import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Where somebody gets e-mail, encrypted; nothing but the email that asks for confirmation is sent before it is confirmed. */
@Entity('email_address')
@Index('email_address_email', { synchronize: false })
@Check(
  'email_address_recipient',
  `num_nonnulls(person_id, account_id) = 1 and recipient_id = coalesce(person_id, account_id)`,
)
export class EmailAddress {
  @PrimaryColumn('uuid', { name: 'recipient_id', primaryKeyConstraintName: 'email_address_pkey' })
  recipientId: string;

  @ForeignKey('person', { name: 'email_address_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @ForeignKey('account', { name: 'email_address_account_id_fkey' })
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('bytea')
  cipher: Buffer;

  @Column('bytea')
  hash: Buffer;

  @Column('text')
  masked: string;

  @ForeignKey('email', { name: 'email_address_confirmation_email_id_fkey' })
  @Column('uuid', { name: 'confirmation_email_id', nullable: true })
  confirmationEmailId: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { name: 'entered_at' })
  enteredAt: Date;
}
