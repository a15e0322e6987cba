import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a person has covered of a lesson. */
@Entity('lesson_progress')
@Index('lesson_progress_course', { synchronize: false })
export class LessonProgress {
  @ForeignKey('person', { name: 'lesson_progress_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'lesson_progress_pkey' })
  personId: string;

  @ForeignKey('lesson', { name: 'lesson_progress_lesson_id_fkey' })
  @PrimaryColumn('uuid', { name: 'lesson_id', primaryKeyConstraintName: 'lesson_progress_pkey' })
  lessonId: string;

  @ForeignKey('course', { name: 'lesson_progress_course_id_fkey' })
  @Column('uuid', { name: 'course_id' })
  courseId: string;

  @ForeignKey('lesson_version', { name: 'lesson_progress_lesson_version_id_fkey' })
  @Column('uuid', { name: 'lesson_version_id' })
  lessonVersionId: string;

  @Column('int4multirange', { default: '{}' })
  coverage: string;

  @Column('int', { name: 'frontier_ms', default: 0 })
  frontierMs: number;

  @Column('int', { name: 'position_ms', default: 0 })
  positionMs: number;

  @Column('timestamptz', { name: 'first_heartbeat_at', nullable: true })
  firstHeartbeatAt: Date | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt: Date | null;
}
