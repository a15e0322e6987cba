import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A small file that was checked by its content: a cover or evidence. */
@Entity('stored_file')
@Check('stored_file_purpose_check', `purpose in ('cover', 'evidence')`)
export class StoredFile {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'stored_file_pkey' })
  id: string;

  @Column('text')
  purpose: 'cover' | 'evidence';

  @ForeignKey('organization', { name: 'stored_file_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  name: string;

  @Column('text')
  type: string;

  @Column('int')
  bytes: number;

  @Column('text')
  sha256: string;

  @Column('text', { name: 'storage_key' })
  storageKey: string;

  @ForeignKey('account', { name: 'stored_file_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
