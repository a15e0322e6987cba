import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Why and when somebody is exempt from hard requirements. */
@Entity('exemption')
@Index('exemption_person', { synchronize: false })
@Check('exemption_kind_check', `kind in ('aged', 'ill', 'disabled')`)
@Check('exemption_check', `valid_to > valid_from`)
@Exclusion(
  'exemption_one_at_a_time',
  `using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)`,
)
export class Exemption {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'exemption_pkey' })
  id: string;

  @ForeignKey('person', { name: 'exemption_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  kind: 'aged' | 'ill' | 'disabled';

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
