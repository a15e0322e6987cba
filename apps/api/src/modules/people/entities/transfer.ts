import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A request to receive somebody; the old organization is responsible until it is accepted. */
@Entity('transfer')
@Index('transfer_open', { synchronize: false })
@Index('transfer_person', { synchronize: false })
@Index('transfer_from', { synchronize: false })
@Index('transfer_to', { synchronize: false })
@Check('transfer_check', `to_organization_id <> from_organization_id`)
@Check('transfer_state_check', `state in ('requested', 'accepted', 'refused', 'withdrawn')`)
@Check('transfer_check1', `(decided_at is null) = (state = 'requested')`)
@Check('transfer_check2', `(effective_on is null) = (state <> 'accepted')`)
export class Transfer {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'transfer_pkey' })
  id: string;

  @ForeignKey('person', { name: 'transfer_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @ForeignKey('organization', { name: 'transfer_from_organization_id_fkey' })
  @Column('uuid', { name: 'from_organization_id' })
  fromOrganizationId: string;

  @ForeignKey('organization', { name: 'transfer_to_organization_id_fkey' })
  @Column('uuid', { name: 'to_organization_id' })
  toOrganizationId: string;

  @Column('text', { default: 'requested' })
  state: 'requested' | 'accepted' | 'refused' | 'withdrawn';

  @Column('text')
  reason: string;

  @ForeignKey('account', { name: 'transfer_requested_by_fkey' })
  @Column('uuid', { name: 'requested_by' })
  requestedBy: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @ForeignKey('account', { name: 'transfer_decided_by_fkey' })
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @Column('date', { name: 'effective_on', nullable: true })
  effectiveOn: string | null;
}
