import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Lesson } from './lesson.ts';

/** A lesson of a published version, with its unit. Append-only. */
@Entity('lesson_version')
@Index('lesson_version_lesson', ['courseVersionId', 'lessonId'], { unique: true })
@Index('lesson_version_media', ['mediaId'])
@Index('lesson_version_of_lesson', ['lessonId'])
export class LessonVersion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'lesson_version_pkey' })
  id: string;

  @ForeignKey('course_version', { name: 'lesson_version_course_version_id_fkey' })
  @Column('uuid', { name: 'course_version_id' })
  courseVersionId: string;

  @ForeignKey('lesson', { name: 'lesson_version_lesson_id_fkey' })
  @Column('uuid', { name: 'lesson_id' })
  lessonId: string;

  @ForeignKey('unit', { name: 'lesson_version_unit_id_fkey' })
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text', { name: 'unit_title' })
  unitTitle: string;

  @Column('int', { name: 'unit_ordinal' })
  unitOrdinal: number;

  @Column('int')
  ordinal: number;

  @Column('text')
  kind: Lesson['kind'];

  @Column('text')
  title: string;

  @Column('boolean')
  required: boolean;

  @ForeignKey('media', { name: 'lesson_version_media_id_fkey' })
  @Column('uuid', { name: 'media_id', nullable: true })
  mediaId: string | null;

  @Column('text', { name: 'article_html', nullable: true })
  articleHtml: string | null;

  @Column('int', { name: 'duration_ms' })
  durationMs: number;
}
