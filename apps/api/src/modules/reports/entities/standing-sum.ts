import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the figures of an organization with everything below it stood from a day on, until the next row. */
@Entity('standing_sum')
export class StandingSum {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'standing_sum_pkey' })
  organizationId: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'standing_sum_pkey' })
  day: string;

  @Column('int')
  people: number;

  @Column('int')
  owing: number;

  @Column('int')
  attained: number;

  @Column('int')
  active: number;

  @Column('numeric', { precision: 14, scale: 2 })
  centralised: string;

  @Column('numeric', { precision: 14, scale: 2 })
  online: string;
}
