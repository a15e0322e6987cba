import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One quality of a lecture, or its sound alone. */
@Entity('media_rendition')
export class MediaRendition {
  @ForeignKey('media', { name: 'media_rendition_media_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'media_id', primaryKeyConstraintName: 'media_rendition_pkey' })
  mediaId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'media_rendition_pkey' })
  name: string;

  @Column('int', { nullable: true })
  width: number | null;

  /** Null for sound alone. */
  @Column('int', { nullable: true })
  height: number | null;

  /** Peak bits per second over the segments. */
  @Column('int')
  bandwidth: number;

  /** RFC 6381, for the master playlist. */
  @Column('text')
  codecs: string;

  @Column('jsonb')
  segments: { file: string; durationMs: number }[];
}
