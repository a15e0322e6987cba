import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The head of a person's chain of entries; locked while one is appended. */
@Entity('credit_chain')
export class CreditChain {
  @ForeignKey('person', { name: 'credit_chain_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'credit_chain_pkey' })
  personId: string;

  @Column('int')
  seq: number;

  @Column('text')
  hash: string;
}
