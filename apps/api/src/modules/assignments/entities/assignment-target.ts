import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person's stay in an assignment under one organization; open while `releasedAt` is null. */
@Entity('assignment_target')
@Index('assignment_target_open', { synchronize: false })
@Index('assignment_target_organization', { synchronize: false })
@Index('assignment_target_released', { synchronize: false })
@Check('assignment_target_release_reason_check', `release_reason in ('left', 'transferred', 'changed', 'withdrawn')`)
@Check('assignment_target_check', `(released_at is null) = (release_reason is null)`)
export class AssignmentTarget {
  @ForeignKey('person', { name: 'assignment_target_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'assignment_target_pkey' })
  personId: string;

  @ForeignKey('assignment', { name: 'assignment_target_assignment_id_fkey' })
  @PrimaryColumn('uuid', { name: 'assignment_id', primaryKeyConstraintName: 'assignment_target_pkey' })
  assignmentId: string;

  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'assignment_target_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'assignment_target_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('timestamptz', { name: 'assigned_at' })
  assignedAt: Date;

  @Column('timestamptz', { name: 'span_from' })
  spanFrom: Date;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt: Date | null;

  @Column('text', { name: 'release_reason', nullable: true })
  releaseReason: 'left' | 'transferred' | 'changed' | 'withdrawn' | null;

  @Column('int')
  version: number;

  @Column('int', { array: true })
  reasons: number[];

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
