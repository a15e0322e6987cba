import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What changed in assigned training and is not counted yet. */
@Entity('training_change')
export class TrainingChange {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'training_change_pkey' })
  id: string;

  @Column('uuid', { name: 'assignment_id' })
  assignmentId: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('timestamptz')
  at: Date;

  @Column('int')
  assigned: number;

  @Column('int')
  started: number;

  @Column('int')
  finished: number;
}
