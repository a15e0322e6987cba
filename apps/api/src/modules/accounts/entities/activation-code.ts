import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A one-time code, kept as a keyed hash, by which an account is made or its password set anew. */
@Entity('activation_code')
@Index('activation_code_hash', { synchronize: false })
@Index('activation_code_person', { synchronize: false })
@Check('activation_code_purpose_check', `purpose in ('activate', 'reset')`)
export class ActivationCode {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'activation_code_pkey' })
  id: string;

  @ForeignKey('person', { name: 'activation_code_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @ForeignKey('account', { name: 'activation_code_account_id_fkey' })
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('text')
  purpose: 'activate' | 'reset';

  @Column('bytea', { name: 'code_hash' })
  codeHash: Buffer;

  @Column('text', { nullable: true })
  role: string | null;

  @ForeignKey('organization', { name: 'activation_code_role_organization_id_fkey' })
  @Column('uuid', { name: 'role_organization_id', nullable: true })
  roleOrganizationId: string | null;

  @Column('text', { name: 'suggested_login', nullable: true })
  suggestedLogin: string | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @ForeignKey('account', { name: 'activation_code_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
