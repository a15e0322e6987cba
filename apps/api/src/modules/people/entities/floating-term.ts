import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Where somebody studied away from the own organization, when. */
@Entity('floating_term')
@Index('floating_term_person', { synchronize: false })
@Index('floating_term_host', { synchronize: false })
@Check('floating_term_check', `valid_to > valid_from`)
@Exclusion(
  'floating_term_one_at_a_time',
  `using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)`,
)
export class FloatingTerm {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'floating_term_pkey' })
  id: string;

  @ForeignKey('person', { name: 'floating_term_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @ForeignKey('organization', { name: 'floating_term_host_organization_id_fkey' })
  @Column('uuid', { name: 'host_organization_id' })
  hostOrganizationId: string;

  @Column('text')
  reason: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt: Date | null;
}
