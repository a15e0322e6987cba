import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A question on a candidate's paper, in the order and with the order of options that the candidate sees. Append-only. */
@Entity('sitting_slot')
export class SittingSlot {
  @ForeignKey('sitting', { name: 'sitting_slot_sitting_id_fkey' })
  @PrimaryColumn('uuid', { name: 'sitting_id', primaryKeyConstraintName: 'sitting_slot_pkey' })
  sittingId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'sitting_slot_pkey' })
  slot: number;

  @ForeignKey('question_version', { name: 'sitting_slot_question_version_id_fkey' })
  @Column('uuid', { name: 'question_version_id' })
  questionVersionId: string;

  /** Keys that an answer may choose; A and B for true/false. */
  @Column('text', { name: 'option_order', array: true })
  optionOrder: string[];
}
