import { Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Where a person belonged, as what: valid days, and the time at which we knew it so. */
@Entity('membership')
@Index('membership_person', { synchronize: false })
@Index('membership_organization', { synchronize: false })
@Exclusion(
  'membership_one_at_a_time',
  `using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)`,
)
export class Membership {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'membership_pkey' })
  id: string;

  @ForeignKey('person', { name: 'membership_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @ForeignKey('organization', { name: 'membership_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  kind: string;

  @Column('text', { default: 'none' })
  position: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt: Date | null;
}
