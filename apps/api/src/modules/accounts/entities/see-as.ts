import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A time during which an administrator saw the portal as somebody else does, and why. */
@Entity('see_as')
@Index('see_as_subject', { synchronize: false })
@Index('see_as_open', { synchronize: false })
export class SeeAs {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'see_as_pkey' })
  id: string;

  @ForeignKey('account', { name: 'see_as_actor_account_id_fkey' })
  @Column('uuid', { name: 'actor_account_id' })
  actorAccountId: string;

  @ForeignKey('person', { name: 'see_as_subject_id_fkey' })
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
