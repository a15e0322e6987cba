import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The sum of a person's entries by year and counter. */
@Entity('credit_balance')
export class CreditBalance {
  @ForeignKey('person', { name: 'credit_balance_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'credit_balance_pkey' })
  personId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'credit_balance_pkey' })
  year: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'credit_balance_pkey' })
  counter: string;

  @Column('numeric', { precision: 8, scale: 2 })
  hours: string;
}
