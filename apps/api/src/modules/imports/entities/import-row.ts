import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One line of a file: what it says (encrypted), what was read of it, and what it does. */
@Entity('import_row')
@Index('import_row_wrong', { synchronize: false })
@Check('import_row_action_check', `action in ('create', 'update', 'move', 'nothing')`)
export class ImportRow {
  @ForeignKey('import_batch', { name: 'import_row_batch_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'batch_id', primaryKeyConstraintName: 'import_row_pkey' })
  batchId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'import_row_pkey' })
  row: number;

  @Column('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('bytea')
  cells: Buffer;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  initials: string | null;

  @Column('text', { nullable: true })
  code: string | null;

  @Column('text', { nullable: true })
  kind: string | null;

  @Column('text', { nullable: true })
  position: string | null;

  @Column('text', { name: 'parent_code', nullable: true })
  parentCode: string | null;

  @Column('date', { nullable: true })
  since: string | null;

  @Column('text', { name: 'exempt_kind', nullable: true })
  exemptKind: string | null;

  @Column('text', { name: 'exempt_reason', nullable: true })
  exemptReason: string | null;

  @Column('text', { name: 'employer_code', nullable: true })
  employerCode: string | null;

  @Column('bytea', { name: 'phone_cipher', nullable: true })
  phoneCipher: Buffer | null;

  @Column('bytea', { name: 'phone_hash', nullable: true })
  phoneHash: Buffer | null;

  @Column('text', { name: 'phone_last4', nullable: true })
  phoneLast4: string | null;

  @Column('bytea', { name: 'identity_cipher', nullable: true })
  identityCipher: Buffer | null;

  @Column('bytea', { name: 'identity_hash', nullable: true })
  identityHash: Buffer | null;

  @Column('text', { name: 'identity_last4', nullable: true })
  identityLast4: string | null;

  @Column('boolean', { default: false })
  skipped: boolean;

  @Column('jsonb', { name: 'cell_problems', default: [] })
  cellProblems: object;

  @Column('jsonb', { default: [] })
  problems: object;

  @Column('text', { nullable: true })
  action: 'create' | 'update' | 'move' | 'nothing' | null;

  @Column('uuid', { name: 'object_id', nullable: true })
  objectId: string | null;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId: string | null;

  @Column('jsonb', { nullable: true })
  before: object | null;

  @Column('int', { nullable: true })
  revision: number | null;
}
