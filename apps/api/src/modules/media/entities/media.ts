import type { catalog, ResponseOf } from '@dangxiao/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

type Playback = NonNullable<ResponseOf<typeof catalog.getLesson>['media']>;

/** A lecture: its source, how far its processing is, and what came of it. */
@Entity('media')
@Index('media_upload', { synchronize: false })
@Index('media_organization', { synchronize: false })
@Check('media_state_check', `state in ('uploaded', 'processing', 'ready', 'failed')`)
export class Media {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'media_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'media_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  title: string;

  @Column('text')
  state: 'uploaded' | 'processing' | 'ready' | 'failed';

  @Column('text', { default: 'waiting' })
  step: string;

  /** Percent. */
  @Column('int', { default: 0 })
  progress: number;

  @Column('text', { name: 'failure_code', nullable: true })
  failureCode: string | null;

  @Column('text', { name: 'failure_detail', nullable: true })
  failureDetail: string | null;

  /** Counts retries that an administrator asked for: a job of an earlier attempt does nothing. */
  @Column('int', { default: 0 })
  attempt: number;

  /** Times that the present attempt was begun. */
  @Column('int', { default: 0 })
  runs: number;

  @Column('text', { name: 'upload_id', nullable: true })
  uploadId: string | null;

  @Column('text', { name: 'source_key', nullable: true })
  sourceKey: string | null;

  @Column('text', { name: 'source_name' })
  sourceName: string;

  @Column('bigint', { name: 'source_bytes' })
  sourceBytes: number;

  /** Container found by the content of the source; ffmpeg's demuxer is pinned to it. */
  @Column('text', { name: 'source_container', nullable: true })
  sourceContainer: string | null;

  @Column('int', { name: 'duration_ms', nullable: true })
  durationMs: number | null;

  @Column('int', { nullable: true })
  width: number | null;

  @Column('int', { nullable: true })
  height: number | null;

  /** The AES-128 key of the segments, sealed with the key `media-keys`. */
  @Column('bytea', { name: 'encryption_key', nullable: true })
  encryptionKey: Buffer | null;

  @Column('text', { name: 'poster_key', nullable: true })
  posterKey: string | null;

  @Column('jsonb', { nullable: true })
  thumbnails: Omit<NonNullable<Playback['thumbnails']>, 'url'> | null;

  @ForeignKey('account', { name: 'media_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
