import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A path as it stood once; assignments point to it. */
@Entity('programme_version')
@Index('programme_version_number', { synchronize: false })
export class ProgrammeVersion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'programme_version_pkey' })
  id: string;

  @ForeignKey('programme', { name: 'programme_version_programme_id_fkey' })
  @Column('uuid', { name: 'programme_id' })
  programmeId: string;

  @Column('int')
  number: number;

  @ForeignKey('account', { name: 'programme_version_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
