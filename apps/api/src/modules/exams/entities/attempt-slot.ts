import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A question on a candidate's paper, in the order and with the order of options that the candidate sees. Append-only. */
@Entity('attempt_slot')
export class AttemptSlot {
  @ForeignKey('attempt', { name: 'attempt_slot_attempt_id_fkey' })
  @PrimaryColumn('uuid', { name: 'attempt_id', primaryKeyConstraintName: 'attempt_slot_pkey' })
  attemptId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'attempt_slot_pkey' })
  slot: number;

  @ForeignKey('question_version', { name: 'attempt_slot_question_version_id_fkey' })
  @Column('uuid', { name: 'question_version_id' })
  questionVersionId: string;

  /** Keys that an answer may choose; A and B for true/false. */
  @Column('text', { name: 'option_order', array: true })
  optionOrder: string[];
}
