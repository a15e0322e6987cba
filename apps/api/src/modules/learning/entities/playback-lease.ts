import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person's permission to study one lesson; at most one is live. Figures are those of the domain's `Lease`. */
@Entity('playback_lease')
@Index('playback_lease_live', { synchronize: false })
@Index('playback_lease_lesson', { synchronize: false })
export class PlaybackLease {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'playback_lease_pkey' })
  id: string;

  @ForeignKey('person', { name: 'playback_lease_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @ForeignKey('lesson', { name: 'playback_lease_lesson_id_fkey' })
  @Column('uuid', { name: 'lesson_id' })
  lessonId: string;

  @ForeignKey('lesson_version', { name: 'playback_lease_lesson_version_id_fkey' })
  @Column('uuid', { name: 'lesson_version_id' })
  lessonVersionId: string;

  @ForeignKey('course', { name: 'playback_lease_course_id_fkey' })
  @Column('uuid', { name: 'course_id' })
  courseId: string;

  @Column('int', { name: 'duration_ms' })
  durationMs: number;

  @Column('int', { name: 'policy_version' })
  policyVersion: number;

  @Column('int', { name: 'completion_percent' })
  completionPercent: number;

  @Column('int', { name: 'max_rate' })
  maxRate: number;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'last_heartbeat_at' })
  lastHeartbeatAt: Date;

  @Column('boolean', { default: false })
  playing: boolean;

  @Column('bigint', { name: 'accrued_ms', default: 0 })
  accruedMs: number;

  @Column('bigint', { name: 'gap_ms', default: 0 })
  gapMs: number;

  @Column('bigint', { name: 'played_ms', default: 0 })
  playedMs: number;

  @Column('bigint', { name: 'wall_played_ms', default: 0 })
  wallPlayedMs: number;

  @Column('int', { default: 0 })
  seq: number;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
