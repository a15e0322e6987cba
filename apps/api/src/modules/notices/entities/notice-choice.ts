import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What somebody wants by e-mail, in which language, and when not. */
@Entity('notice_choice')
@Check('notice_choice_language_check', `language in ('zh-CN', 'en')`)
@Check('notice_choice_check', `(quiet_from is null) = (quiet_to is null)`)
@Check(
  'notice_choice_recipient',
  `num_nonnulls(person_id, account_id) = 1 and recipient_id = coalesce(person_id, account_id)`,
)
export class NoticeChoice {
  @PrimaryColumn('uuid', { name: 'recipient_id', primaryKeyConstraintName: 'notice_choice_pkey' })
  recipientId: string;

  @ForeignKey('person', { name: 'notice_choice_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @ForeignKey('account', { name: 'notice_choice_account_id_fkey' })
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('text')
  language: 'zh-CN' | 'en';

  /** Kinds that come to the inbox only. */
  @Column('text', { name: 'no_email', array: true, default: () => "'{}'" })
  noEmail: string[];

  /** HH:MM in the school's zone; null: as the organization says. */
  @Column('text', { name: 'quiet_from', nullable: true })
  quietFrom: string | null;

  @Column('text', { name: 'quiet_to', nullable: true })
  quietTo: string | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
