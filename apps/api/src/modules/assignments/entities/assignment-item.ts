import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What is to be done: a course, an exam, or a programme as it stood. */
@Entity('assignment_item')
@Index('assignment_item_course', { synchronize: false })
@Check('assignment_item_kind_check', `kind in ('course', 'exam', 'programme')`)
@Check('assignment_item_check', `num_nonnulls(course_id, exam_id, programme_version_id) = 1`)
export class AssignmentItem {
  @ForeignKey('assignment', { name: 'assignment_item_assignment_id_fkey' })
  @PrimaryColumn('uuid', { name: 'assignment_id', primaryKeyConstraintName: 'assignment_item_pkey' })
  assignmentId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'assignment_item_pkey' })
  ordinal: number;

  @Column('text')
  kind: 'course' | 'exam' | 'programme';

  @ForeignKey('course', { name: 'assignment_item_course_id_fkey' })
  @Column('uuid', { name: 'course_id', nullable: true })
  courseId: string | null;

  @ForeignKey('unit_exam', { name: 'assignment_item_exam_id_fkey' })
  @Column('uuid', { name: 'exam_id', nullable: true })
  examId: string | null;

  @ForeignKey('programme_version', { name: 'assignment_item_programme_version_id_fkey' })
  @Column('uuid', { name: 'programme_version_id', nullable: true })
  programmeVersionId: string | null;
}
