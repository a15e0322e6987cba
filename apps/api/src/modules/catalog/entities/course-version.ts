import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a course said when it was published. Append-only. */
@Entity('course_version')
@Index('course_version_number', ['courseId', 'number'], { unique: true })
@Index('course_version_search', { synchronize: false })
export class CourseVersion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'course_version_pkey' })
  id: string;

  @ForeignKey('course', { name: 'course_version_course_id_fkey' })
  @Column('uuid', { name: 'course_id' })
  courseId: string;

  @Column('int')
  number: number;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text', { name: 'description_html' })
  descriptionHtml: string;

  @Column('text', { name: 'instructor_name', nullable: true })
  instructorName: string | null;

  @ForeignKey('stored_file', { name: 'course_version_cover_file_id_fkey' })
  @Column('uuid', { name: 'cover_file_id', nullable: true })
  coverFileId: string | null;

  @Column('int', { name: 'duration_ms' })
  durationMs: number;

  /** Lower case: title and instructor, and their pinyin initials. */
  @Column('text', { name: 'search_text' })
  searchText: string;

  @ForeignKey('account', { name: 'course_version_published_by_fkey' })
  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy: string | null;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;
}
