import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A course in a path. `needsPrevious`: it opens when every course before it is completed. */
@Entity('programme_item')
@Index('programme_item_course', { synchronize: false })
export class ProgrammeItem {
  @ForeignKey('programme_version', { name: 'programme_item_programme_version_id_fkey' })
  @PrimaryColumn('uuid', { name: 'programme_version_id', primaryKeyConstraintName: 'programme_item_pkey' })
  programmeVersionId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'programme_item_pkey' })
  ordinal: number;

  @ForeignKey('course', { name: 'programme_item_course_id_fkey' })
  @Column('uuid', { name: 'course_id' })
  courseId: string;

  @Column('boolean', { name: 'needs_previous' })
  needsPrevious: boolean;
}
