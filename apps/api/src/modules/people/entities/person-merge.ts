import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A duplicate that became an alias of a survivor, until it is undone. */
@Entity('person_merge')
@Index('person_merge_live', { synchronize: false })
@Index('person_merge_survivor', { synchronize: false })
@Check('person_merge_check', `duplicate_id <> survivor_id`)
export class PersonMerge {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'person_merge_pkey' })
  id: string;

  @ForeignKey('person', { name: 'person_merge_survivor_id_fkey' })
  @Column('uuid', { name: 'survivor_id' })
  survivorId: string;

  @ForeignKey('person', { name: 'person_merge_duplicate_id_fkey' })
  @Column('uuid', { name: 'duplicate_id' })
  duplicateId: string;

  @ForeignKey('account', { name: 'person_merge_merged_by_fkey' })
  @Column('uuid', { name: 'merged_by' })
  mergedBy: string;

  @Column('timestamptz', { name: 'merged_at' })
  mergedAt: Date;

  @ForeignKey('account', { name: 'person_merge_undone_by_fkey' })
  @Column('uuid', { name: 'undone_by', nullable: true })
  undoneBy: string | null;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;
}
