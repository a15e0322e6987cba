import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One try of a person at an exam: its paper, its writer and its deadline are fixed at the start; the marks come with its end. */
@Entity('attempt')
@Index('attempt_open', { synchronize: false })
@Index('attempt_number', ['personId', 'examId', 'number'], { unique: true })
@Index('attempt_deadline', { synchronize: false })
@Index('attempt_exam', { synchronize: false })
@Check('attempt_state_check', `state in ('open', 'handed_in', 'timed_out')`)
@Check('attempt_check', `finished_at <= deadline`)
@Check('attempt_check1', `(state = 'open') = (finished_at is null)`)
export class Attempt {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'attempt_pkey' })
  id: string;

  @ForeignKey('person', { name: 'attempt_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @ForeignKey('unit_exam', { name: 'attempt_exam_id_fkey' })
  @Column('uuid', { name: 'exam_id' })
  examId: string;

  @ForeignKey('exam_version', { name: 'attempt_exam_version_id_fkey' })
  @Column('uuid', { name: 'exam_version_id' })
  examVersionId: string;

  @ForeignKey('course', { name: 'attempt_course_id_fkey' })
  @Column('uuid', { name: 'course_id' })
  courseId: string;

  /** 1, 2, 3 …: which try. */
  @Column('int')
  number: number;

  @Column('text', { default: 'open' })
  state: 'open' | 'handed_in' | 'timed_out';

  /** The paper follows from it and from the exam's version. */
  @Column('text')
  seed: string;

  /** Of the writer now: counts the starts and take-overs. */
  @Column('int', { default: 1 })
  epoch: number;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz')
  deadline: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('int', { nullable: true })
  correct: number | null;

  @Column('int')
  total: number;

  @Column('numeric', { name: 'score_percent', precision: 5, scale: 2, nullable: true })
  scorePercent: string | null;

  @Column('boolean', { nullable: true })
  passed: boolean | null;
}
