import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody whose place in audiences, or whose progress, must be looked at again. */
@Entity('audience_change')
export class AudienceChange {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'audience_change_pkey' })
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('uuid', { name: 'course_id', nullable: true })
  courseId: string | null;
}
