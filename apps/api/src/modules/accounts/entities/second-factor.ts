import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The secret that an account shares with an authenticator app, encrypted; confirmed when a code of the app has been given. */
@Entity('second_factor')
@Check('second_factor_check', `(secret is null) = (confirmed_at is null)`)
export class SecondFactor {
  @ForeignKey('account', { name: 'second_factor_account_id_fkey' })
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'second_factor_pkey' })
  accountId: string;

  @Column('bytea', { nullable: true })
  secret: Buffer | null;

  @Column('bytea', { name: 'new_secret', nullable: true })
  newSecret: Buffer | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  @Column('bigint', { name: 'last_step', nullable: true })
  lastStep: string | null;
}
