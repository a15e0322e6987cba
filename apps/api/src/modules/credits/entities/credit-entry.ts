import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A row of the ledger; written by `Ledger` only. Append-only. */
@Entity('credit_entry')
@Index('credit_entry_chain', { synchronize: false })
@Index('credit_entry_reverses', { synchronize: false })
@Index('credit_entry_year', { synchronize: false })
@Index('credit_entry_files', { synchronize: false })
@Check('credit_entry_counter_check', `counter in ('centralised', 'online')`)
@Check('credit_entry_source_kind_check', `source_kind in ('lesson', 'exam', 'recognition', 'reversal')`)
export class CreditEntry {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'credit_entry_pkey' })
  id: string;

  @ForeignKey('person', { name: 'credit_entry_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('int')
  seq: number;

  @Column('text')
  counter: 'centralised' | 'online';

  @Column('numeric', { precision: 8, scale: 2 })
  hours: string;

  @Column('timestamptz', { name: 'effective_at' })
  effectiveAt: Date;

  @Column('int')
  year: number;

  @ForeignKey('organization', { name: 'credit_entry_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text', { name: 'source_kind' })
  sourceKind: 'lesson' | 'exam' | 'recognition' | 'reversal';

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('int', { default: 1 })
  part: number;

  @ForeignKey('credit_policy', 'version', { name: 'credit_entry_policy_version_fkey' })
  @Column('int', { name: 'policy_version' })
  policyVersion: number;

  @ForeignKey('credit_entry', { name: 'credit_entry_reverses_id_fkey' })
  @Column('uuid', { name: 'reverses_id', nullable: true })
  reversesId: string | null;

  @Column('jsonb')
  evidence: unknown;

  @ForeignKey('account', { name: 'credit_entry_recorded_by_fkey' })
  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('int', { name: 'hash_version', default: 1 })
  hashVersion: number;

  @Column('text', { name: 'previous_hash', nullable: true })
  previousHash: string | null;

  @Column('text')
  hash: string;
}
