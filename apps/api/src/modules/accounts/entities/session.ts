import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A sign-in that lives in the database; the cookie holds a random token of which this keeps the hash. */
@Entity('session')
@Index('session_token', { synchronize: false })
@Index('session_account', { synchronize: false })
@Check('session_pending_check', `pending in ('verify', 'enrol')`)
export class Session {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'session_pkey' })
  id: string;

  @ForeignKey('account', { name: 'session_account_id_fkey' })
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('text', { name: 'user_agent' })
  userAgent: string;

  @Column('text')
  address: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt: Date;

  @Column('timestamptz', { name: 'idle_expires_at' })
  idleExpiresAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** The step of signing in that is still missing; until then the session opens nothing. */
  @Column('text', { nullable: true })
  pending: 'verify' | 'enrol' | null;

  /** While it is not over, the session shows the portal as its subject sees it. */
  @ForeignKey('see_as', { name: 'session_see_as_id_fkey' })
  @Column('uuid', { name: 'see_as_id', nullable: true })
  seeAsId: string | null;
}
