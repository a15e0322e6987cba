import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How far the work on a batch has come; written while the batch itself is locked. */
@Entity('import_progress')
export class ImportProgress {
  @ForeignKey('import_batch', { name: 'import_progress_batch_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'batch_id', primaryKeyConstraintName: 'import_progress_pkey' })
  batchId: string;

  @Column('int')
  done: number;

  @Column('int')
  total: number;
}
