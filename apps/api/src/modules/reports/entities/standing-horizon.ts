import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Until which year every 1 January is in the standings. */
@Entity('standing_horizon')
@Check('standing_horizon_id_check', 'id')
export class StandingHorizon {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'standing_horizon_pkey' })
  id: boolean;

  @Column('int')
  year: number;
}
