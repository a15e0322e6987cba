import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By how much the figures of an organization's own people changed on a day. */
@Entity('standing_day')
export class StandingDay {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'standing_day_pkey' })
  organizationId: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'standing_day_pkey' })
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
