import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody whose rows changed since they were counted. */
@Entity('standing_dirty')
export class StandingDirty {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'standing_dirty_pkey' })
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;
}
