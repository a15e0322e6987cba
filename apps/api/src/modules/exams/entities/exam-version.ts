import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { UnitExam } from './unit-exam.ts';

/** An exam as it was published: settings and question versions. Append-only. */
@Entity('exam_version')
@Index('exam_version_exam', ['courseVersionId', 'examId'], { unique: true })
export class ExamVersion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'exam_version_pkey' })
  id: string;

  @ForeignKey('course_version', { name: 'exam_version_course_version_id_fkey' })
  @Column('uuid', { name: 'course_version_id' })
  courseVersionId: string;

  @ForeignKey('unit_exam', { name: 'exam_version_exam_id_fkey' })
  @Column('uuid', { name: 'exam_id' })
  examId: string;

  @ForeignKey('unit', { name: 'exam_version_unit_id_fkey' })
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text')
  title: string;

  @Column('uuid', { name: 'question_version_ids', array: true })
  questionVersionIds: string[];

  @Column('int')
  draw: number;

  @Column('boolean', { name: 'shuffle_questions' })
  shuffleQuestions: boolean;

  @Column('boolean', { name: 'shuffle_options' })
  shuffleOptions: boolean;

  @Column('int')
  minutes: number;

  @Column('int', { name: 'pass_percent' })
  passPercent: number;

  @Column('int')
  tries: number;

  @Column('text')
  reveal: UnitExam['reveal'];
}
