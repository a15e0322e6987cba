import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who led an organization, in which position, when. */
@Entity('leader_term')
@Index('leader_term_organization', { synchronize: false })
@Index('leader_term_person', { synchronize: false })
@Check(
  'leader_term_position_check',
  `position in ('secretary', 'deputy_secretary', 'organization_member', 'publicity_member', 'discipline_member', 'committee_member', 'group_leader')`,
)
@Check('leader_term_check', `valid_to > valid_from`)
export class LeaderTerm {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'leader_term_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'leader_term_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @ForeignKey('person', { name: 'leader_term_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  position:
    | 'secretary'
    | 'deputy_secretary'
    | 'organization_member'
    | 'publicity_member'
    | 'discipline_member'
    | 'committee_member'
    | 'group_leader';

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt: Date | null;
}
