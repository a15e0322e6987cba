import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed statement of one month of the audit log. Append-only. */
@Entity('audit_seal')
@Check('audit_seal_month_check', `EXTRACT(day FROM month) = (1)::numeric`)
@Check('audit_seal_check', 'from_at < until_at')
export class AuditSeal {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'audit_seal_pkey' })
  month: string;

  @Column('timestamptz', { name: 'from_at' })
  from: Date;

  @Column('timestamptz', { name: 'until_at' })
  until: Date;

  @Column('bigint')
  events: number;

  @Column('text', { name: 'events_hash' })
  eventsHash: string;

  @Column('text', { name: 'previous_signature', nullable: true })
  previousSignature: string | null;

  @Column('text')
  signature: string;

  @Column('timestamptz', { name: 'sealed_at' })
  sealedAt: Date;
}
