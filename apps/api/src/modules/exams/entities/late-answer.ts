import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An answer that reached the server after the end of its attempt: kept and shown, never marked. Append-only. */
@Entity('late_answer')
export class LateAnswer {
  @ForeignKey('attempt', { name: 'late_answer_attempt_id_fkey' })
  @PrimaryColumn('uuid', { name: 'attempt_id', primaryKeyConstraintName: 'late_answer_pkey' })
  attemptId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'late_answer_pkey' })
  slot: number;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'late_answer_pkey' })
  epoch: number;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'late_answer_pkey' })
  seq: number;

  @Column('text', { array: true })
  choice: string[];

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;
}
