import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How far the people of an assignment have been gone through. */
@Entity('assignment_fill')
export class AssignmentFill {
  @ForeignKey('assignment', { name: 'assignment_fill_assignment_id_fkey' })
  @PrimaryColumn('uuid', { name: 'assignment_id', primaryKeyConstraintName: 'assignment_fill_pkey' })
  assignmentId: string;

  @Column('int')
  version: number;

  @Column('uuid', { nullable: true })
  place: string | null;

  @Column('int', { default: 0 })
  done: number;

  @Column('int', { default: 0 })
  total: number;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
