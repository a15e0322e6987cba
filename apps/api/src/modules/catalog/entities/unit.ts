import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A unit of a course's draft. */
@Entity('unit')
@Index('unit_course', ['courseId', 'ordinal'])
export class Unit {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'unit_pkey' })
  id: string;

  @ForeignKey('course', { name: 'unit_course_id_fkey' })
  @Column('uuid', { name: 'course_id' })
  courseId: string;

  @Column('text')
  title: string;

  @Column('int')
  ordinal: number;

  /** Taken out of the draft; published versions still point here. */
  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  @Column('int', { default: 1 })
  revision: number;
}
