import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A learner's secret calendar address; only the hash of its token is kept. */
@Entity('calendar_feed')
@Index('calendar_feed_token', { synchronize: false })
@Index('calendar_feed_person', { synchronize: false })
export class CalendarFeed {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'calendar_feed_pkey' })
  id: string;

  @ForeignKey('person', { name: 'calendar_feed_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
