import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One step of the reminders of an assignment for one deadline, and how far its people have been gone through. */
@Entity('reminder_run')
@Index('reminder_run_open', { synchronize: false })
export class ReminderRun {
  @ForeignKey('assignment', { name: 'reminder_run_assignment_id_fkey' })
  @PrimaryColumn('uuid', { name: 'assignment_id', primaryKeyConstraintName: 'reminder_run_pkey' })
  assignmentId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'reminder_run_pkey' })
  step: string;

  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'reminder_run_pkey' })
  deadline: Date;

  /** Who was assigned later is not told of this step. */
  @Column('timestamptz', { name: 'step_at' })
  stepAt: Date;

  /** Waits until the changes of people up to this one have been followed. */
  @Column('uuid', { name: 'after_change' })
  afterChange: string;

  @Column('uuid', { nullable: true })
  place: string | null;

  @Column('int', { default: 0 })
  told: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
