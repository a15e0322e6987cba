import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What one signs in with. It may stand for a person; the first administrator of a school stands for nobody. */
@Entity('account')
@Index('account_login', { synchronize: false })
@Index('account_person', { synchronize: false })
export class Account {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'account_pkey' })
  id: string;

  @ForeignKey('person', { name: 'account_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('text')
  login: string;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column('text', { name: 'disabled_reason', nullable: true })
  disabledReason: string | null;

  @Column('int', { name: 'consent_version', nullable: true })
  consentVersion: number | null;

  @Column('timestamptz', { name: 'consented_at', nullable: true })
  consentedAt: Date | null;

  @Column('int', { default: 1 })
  revision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
