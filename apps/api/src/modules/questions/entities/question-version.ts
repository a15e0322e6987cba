import type { questionView } from '@dangxiao/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

type View = z.infer<typeof questionView>;

/** What a question said at one time: append-only, so that a paper drawn long ago still reads as it did. */
@Entity('question_version')
@Index('question_version_number', ['questionId', 'number'], { unique: true })
@Check('question_version_kind_check', `kind in ('single', 'multiple', 'true_false')`)
export class QuestionVersion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'question_version_pkey' })
  id: string;

  @ForeignKey('question', { name: 'question_version_question_id_fkey' })
  @Column('uuid', { name: 'question_id' })
  questionId: string;

  @Column('int')
  number: number;

  @Column('text')
  kind: 'single' | 'multiple' | 'true_false';

  @Column('text')
  text: string;

  @Column('jsonb')
  options: View['options'];

  @Column('text', { array: true })
  correct: string[];

  @Column('text')
  explanation: string;

  @ForeignKey('account', { name: 'question_version_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
