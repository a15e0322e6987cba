import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A month whose events were dropped after the kept period; written by the database's own function only. */
@Entity('audit_drop')
export class AuditDrop {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'audit_drop_pkey' })
  @ForeignKey('audit_seal', { name: 'audit_drop_month_fkey' })
  month: string;

  @Column('bigint')
  events: number;

  @Column('timestamptz', { name: 'dropped_at' })
  droppedAt: Date;
}
