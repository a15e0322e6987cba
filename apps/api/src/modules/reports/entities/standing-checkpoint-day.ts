import { Entity, PrimaryColumn } from 'typeorm';

/** A day whose checkpoint is made; an organization without a row in it had nobody. */
@Entity('standing_checkpoint_day')
export class StandingCheckpointDay {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'standing_checkpoint_day_pkey' })
  day: string;
}
