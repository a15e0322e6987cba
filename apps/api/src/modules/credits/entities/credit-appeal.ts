import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A learner's appeal against a reversal, and its decision. */
@Entity('credit_appeal')
@Index('credit_appeal_entry', { synchronize: false })
@Check('credit_appeal_decision_check', `decision in ('open', 'upheld', 'rejected')`)
export class CreditAppeal {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'credit_appeal_pkey' })
  id: string;

  @ForeignKey('person', { name: 'credit_appeal_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @ForeignKey('credit_entry', { name: 'credit_appeal_entry_id_fkey' })
  @Column('uuid', { name: 'entry_id' })
  entryId: string;

  @Column('text')
  text: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('text', { default: 'open' })
  decision: 'open' | 'upheld' | 'rejected';

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @ForeignKey('account', { name: 'credit_appeal_decided_by_fkey' })
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}
