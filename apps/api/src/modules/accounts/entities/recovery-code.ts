import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A code that replaces the authenticator app once; kept as a keyed hash. */
@Entity('recovery_code')
@Index('recovery_code_hash', { synchronize: false })
export class RecoveryCode {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'recovery_code_pkey' })
  id: string;

  @ForeignKey('account', { name: 'recovery_code_account_id_fkey' })
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('bytea', { name: 'code_hash' })
  codeHash: Buffer;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
