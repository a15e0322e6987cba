import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How somebody stood from a day (included) to another (not included), by what was known at the end of each of these days. */
@Entity('standing')
@Check('standing_check', 'to_day > from_day')
@Index('standing_from', { synchronize: false })
@Index('standing_to', { synchronize: false })
@Index('standing_furthest', { synchronize: false })
export class Standing {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'standing_pkey' })
  personId: string;

  @PrimaryColumn('date', { name: 'from_day', primaryKeyConstraintName: 'standing_pkey' })
  fromDay: string;

  @Column('date', { name: 'to_day' })
  toDay: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('boolean')
  owes: boolean;

  @Column('boolean')
  attained: boolean;

  @Column('numeric', { precision: 8, scale: 2 })
  centralised: string;

  @Column('numeric', { precision: 8, scale: 2 })
  online: string;

  @Column('numeric', { precision: 8, scale: 2 })
  missing: string;
}
