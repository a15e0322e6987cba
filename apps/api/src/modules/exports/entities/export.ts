import type { ExportKind, ExportQuery, ExportState } from '@dangxiao/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A table asked for as an Excel file, and what became of it. */
@Entity('export')
@Index('export_account', { synchronize: false })
@Index('export_expires', { synchronize: false })
@Check(
  'export_kind_check',
  `kind in ('people', 'organizations', 'standings', 'entries', 'targets', 'attempts', 'events')`,
)
@Check('export_language_check', `language in ('zh', 'en')`)
@Check('export_state_check', `state in ('waiting', 'running', 'ready', 'failed', 'cancelled', 'dropped')`)
@Check('export_check', `state <> 'ready' or (storage_key is not null and bytes is not null and expires_at is not null)`)
export class Export {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'export_pkey' })
  id: string;

  @ForeignKey('account', { name: 'export_account_id_fkey' })
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  kind: ExportKind;

  @Column('jsonb')
  query: ExportQuery;

  /** What the ids of the query were called. */
  @Column('jsonb', { default: {} })
  names: Record<string, string>;

  @Column('text', { array: true })
  columns: string[];

  @Column('date', { name: 'as_of', nullable: true })
  asOf: string | null;

  @Column('text')
  language: 'zh' | 'en';

  @Column('boolean', { name: 'whole_numbers', default: false })
  wholeNumbers: boolean;

  @Column('text', { default: 'waiting' })
  state: ExportState;

  @Column('text', { nullable: true })
  failure: string | null;

  /** Counts the tries of the job; the last one is the one that may write. */
  @Column('int', { default: 0 })
  runs: number;

  @Column('int', { name: 'rows_done', default: 0 })
  rowsDone: number;

  @Column('int', { name: 'rows_total', nullable: true })
  rowsTotal: number | null;

  @Column('uuid', { array: true, default: [] })
  scope: string[];

  @Column('text', { name: 'storage_key', nullable: true })
  storageKey: string | null;

  @Column('bigint', { nullable: true })
  bytes: number | null;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;
}
