import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A signed statement of how all chains stood at the end of a day. Append-only. */
@Entity('credit_anchor')
@Unique('credit_anchor_day_key', ['day'])
export class CreditAnchor {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'credit_anchor_pkey' })
  id: string;

  @Column('date')
  day: string;

  @Column('timestamptz')
  until: Date;

  @Column('bigint')
  entries: number;

  @Column('text', { name: 'heads_hash' })
  headsHash: string;

  @Column('text', { name: 'previous_signature', nullable: true })
  previousSignature: string | null;

  @Column('text')
  signature: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
