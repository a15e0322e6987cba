import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the figures of an organization's own people stood at the end of a day. */
@Entity('standing_checkpoint')
export class StandingCheckpoint {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'standing_checkpoint_pkey' })
  day: string;

  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'standing_checkpoint_pkey' })
  organizationId: string;

  @Column('int')
  people: number;

  @Column('int')
  owing: number;

  @Column('int')
  attained: number;

  @Column('numeric', { precision: 14, scale: 2 })
  centralised: string;

  @Column('numeric', { precision: 14, scale: 2 })
  online: string;
}
