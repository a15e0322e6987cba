import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An upload by the tus protocol: whose it is, what became of it, and which process writes it now. */
@Entity('upload')
@Index('upload_unclaimed', { synchronize: false })
export class Upload {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'upload_pkey' })
  id: string;

  @ForeignKey('account', { name: 'upload_account_id_fkey' })
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('bigint')
  bytes: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Became a lecture or a file; at most once. */
  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt: Date | null;

  @Column('uuid', { name: 'lock_token', nullable: true })
  lockToken: string | null;

  @Column('timestamptz', { name: 'locked_until', nullable: true })
  lockedUntil: Date | null;

  /** Another request waits for the lock. */
  @Column('boolean', { name: 'lock_wanted', default: false })
  lockWanted: boolean;
}
