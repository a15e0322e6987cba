import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The newest answer of a slot by (epoch, seq), given before the end. */
@Entity('answer')
export class Answer {
  @ForeignKey('attempt', { name: 'answer_attempt_id_fkey' })
  @PrimaryColumn('uuid', { name: 'attempt_id', primaryKeyConstraintName: 'answer_pkey' })
  attemptId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'answer_pkey' })
  slot: number;

  @Column('int')
  epoch: number;

  @Column('int')
  seq: number;

  @Column('text', { array: true })
  choice: string[];

  /** When it reached the server. */
  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;
}
