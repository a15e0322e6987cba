import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A source that is paid for and not reversed: what makes an award happen exactly once. */
@Entity('credit_claim')
export class CreditClaim {
  @ForeignKey('person', { name: 'credit_claim_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'credit_claim_pkey' })
  personId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'credit_claim_pkey' })
  counter: string;

  @PrimaryColumn('text', { name: 'source_kind', primaryKeyConstraintName: 'credit_claim_pkey' })
  sourceKind: string;

  @PrimaryColumn('uuid', { name: 'source_id', primaryKeyConstraintName: 'credit_claim_pkey' })
  sourceId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'credit_claim_pkey' })
  part: number;

  @ForeignKey('credit_entry', { name: 'credit_claim_entry_id_fkey' })
  @Column('uuid', { name: 'entry_id' })
  entryId: string;
}
