import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Subtitles of a lecture in one language, checked WebVTT. */
@Entity('media_subtitle')
@Index('media_subtitle_language', ['mediaId', 'language'], { unique: true })
export class MediaSubtitle {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'media_subtitle_pkey' })
  id: string;

  @ForeignKey('media', { name: 'media_subtitle_media_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'media_id' })
  mediaId: string;

  @Column('text')
  language: string;

  @Column('text')
  label: string;

  @Column('text')
  vtt: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
