import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The exam of a unit in the draft. It keeps its id through removal and re-creation, so that tries and hours count once. */
@Entity('unit_exam')
@Index('unit_exam_unit', ['unitId'], { unique: true })
@Check('unit_exam_reveal_check', `reveal in ('after_hand_in', 'after_pass', 'never')`)
export class UnitExam {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'unit_exam_pkey' })
  id: string;

  @ForeignKey('unit', { name: 'unit_exam_unit_id_fkey' })
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text')
  title: string;

  @Column('uuid', { name: 'question_ids', array: true })
  questionIds: string[];

  /** How many questions a paper has. */
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
  reveal: 'after_hand_in' | 'after_pass' | 'never';

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  @Column('int', { default: 1 })
  revision: number;
}
