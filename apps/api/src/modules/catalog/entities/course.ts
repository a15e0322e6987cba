import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A course with its draft fields; what learners see stands in its published version. */
@Entity('course')
@Index('course_organization', { synchronize: false })
@Check('course_visibility_check', `visibility in ('subtree', 'school')`)
export class Course {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'course_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'course_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  title: string;

  /** Pinyin initials of the title, for search. */
  @Column('text')
  initials: string;

  @Column('text', { default: '' })
  summary: string;

  /** Sanitised. */
  @Column('text', { name: 'description_html', default: '' })
  descriptionHtml: string;

  @ForeignKey('person', { name: 'course_instructor_id_fkey' })
  @Column('uuid', { name: 'instructor_id', nullable: true })
  instructorId: string | null;

  @Column('text')
  visibility: 'subtree' | 'school';

  @ForeignKey('stored_file', { name: 'course_cover_file_id_fkey' })
  @Column('uuid', { name: 'cover_file_id', nullable: true })
  coverFileId: string | null;

  /** The version in force. */
  @ForeignKey('course_version', { name: 'course_published' })
  @Column('uuid', { name: 'published_version_id', nullable: true })
  publishedVersionId: string | null;

  /** Revision of the draft that was published. */
  @Column('int', { name: 'published_revision', nullable: true })
  publishedRevision: number | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  revision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
