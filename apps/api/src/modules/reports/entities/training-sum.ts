import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the figures of an assignment stood from a day on, for an organization with everything below it. */
@Entity('training_sum')
export class TrainingSum {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'training_sum_pkey' })
  organizationId: string;

  @PrimaryColumn('uuid', { name: 'assignment_id', primaryKeyConstraintName: 'training_sum_pkey' })
  assignmentId: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'training_sum_pkey' })
  day: string;

  @Column('int')
  assigned: number;

  @Column('int')
  started: number;

  @Column('int')
  finished: number;
}
