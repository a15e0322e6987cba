import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A lesson of a course's draft. */
@Entity('lesson')
@Index('lesson_unit', ['unitId', 'ordinal'])
@Index('lesson_media', ['mediaId'])
@Check('lesson_kind_check', `kind in ('video', 'article')`)
export class Lesson {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'lesson_pkey' })
  id: string;

  @ForeignKey('unit', { name: 'lesson_unit_id_fkey' })
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text')
  kind: 'video' | 'article';

  @Column('text')
  title: string;

  @Column('boolean', { default: true })
  required: boolean;

  @Column('int')
  ordinal: number;

  @ForeignKey('media', { name: 'lesson_media_id_fkey' })
  @Column('uuid', { name: 'media_id', nullable: true })
  mediaId: string | null;

  /** Sanitised. */
  @Column('text', { name: 'article_html', nullable: true })
  articleHtml: string | null;

  @Column('int', { name: 'minimum_reading_seconds', nullable: true })
  minimumReadingSeconds: number | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  @Column('int', { default: 1 })
  revision: number;
}
