import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One try at handing a letter to the mail server, written down before it is made; without an end the sender died or is at it. */
@Entity('letter_attempt')
@Check('letter_attempt_outcome_check', `outcome in ('accepted', 'refused', 'put_off', 'unreachable', 'unanswered')`)
@Check('letter_attempt_check', `(ended_at is null) = (outcome is null)`)
export class LetterAttempt {
  @ForeignKey('letter', { name: 'letter_attempt_letter_id_fkey' })
  @PrimaryColumn('uuid', { name: 'letter_id', primaryKeyConstraintName: 'letter_attempt_pkey' })
  letterId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'letter_attempt_pkey' })
  number: number;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  /** The server's words. */
  @Column('text', { nullable: true })
  answer: string | null;
}
