import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A school's conversion rules from a day on. Append-only. */
@Entity('credit_policy')
@Unique('credit_policy_version_key', ['version'])
@Unique('credit_policy_valid_from_key', ['validFrom'])
export class CreditPolicy {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'credit_policy_pkey' })
  id: string;

  @Column('int')
  version: number;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  body: unknown;

  @ForeignKey('account', { name: 'credit_policy_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
