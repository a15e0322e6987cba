import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By how much the figures of an assignment changed on a day, for an organization's own people. */
@Entity('training_day')
export class TrainingDay {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'training_day_pkey' })
  organizationId: string;

  @PrimaryColumn('uuid', { name: 'assignment_id', primaryKeyConstraintName: 'training_day_pkey' })
  assignmentId: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'training_day_pkey' })
  day: string;

  @Column('int')
  assigned: number;

  @Column('int')
  started: number;

  @Column('int')
  finished: number;
}
