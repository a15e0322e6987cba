import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file that was brought in, what became of it, and who did it. */
@Entity('import_batch')
@Index('import_batch_organization', { synchronize: false })
@Index('import_batch_changed', { synchronize: false })
@Check('import_batch_kind_check', `kind in ('organizations', 'people')`)
@Check(
  'import_batch_state_check',
  `state in ('reading', 'checking', 'checked', 'rejected', 'committing', 'committed', 'undoing', 'undone', 'discarded')`,
)
export class ImportBatch {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'import_batch_pkey' })
  id: string;

  @Column('text')
  kind: 'organizations' | 'people';

  @ForeignKey('organization', { name: 'import_batch_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('text', { name: 'file_key', nullable: true })
  fileKey: string | null;

  @Column('text', { default: 'reading' })
  state:
    'reading' | 'checking' | 'checked' | 'rejected' | 'committing' | 'committed' | 'undoing' | 'undone' | 'discarded';

  @Column('text', { array: true, default: '{}' })
  columns: string[];

  /** Headings of the file that are none of ours. */
  @Column('text', { array: true, default: '{}' })
  unread: string[];

  @Column('jsonb', { nullable: true })
  counts: object | null;

  @Column('jsonb', { nullable: true })
  failure: object | null;

  @Column('jsonb', { nullable: true })
  blockers: object | null;

  @Column('int', { default: 1 })
  revision: number;

  @ForeignKey('account', { name: 'import_batch_created_by_fkey' })
  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('timestamptz', { name: 'committed_at', nullable: true })
  committedAt: Date | null;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;

  @Column('timestamptz', { name: 'rows_dropped_at', nullable: true })
  rowsDroppedAt: Date | null;
}
