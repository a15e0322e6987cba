import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody who learns or administers. Phone and identity number are encrypted; the hashes find them by their whole value. */
@Entity('person')
@Index('person_phone', { synchronize: false })
@Index('person_identity', { synchronize: false })
@Index('person_organization', { synchronize: false })
@Index('person_by_name', { synchronize: false })
@Index('person_name_search', { synchronize: false })
@Index('person_host', { synchronize: false })
@Index('person_employer', { synchronize: false })
@Index('person_merged', { synchronize: false })
@Check('person_merged_check', `merged_into_id is null or (deactivated_at is not null and merged_into_id <> id)`)
export class Person {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'person_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  initials: string;

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
  exempt: boolean;

  @Column('text', { name: 'exempt_reason', nullable: true })
  exemptReason: string | null;

  @ForeignKey('organization', { name: 'person_current_organization_id_fkey' })
  @Column('uuid', { name: 'current_organization_id' })
  currentOrganizationId: string;

  @Column('text', { name: 'current_kind' })
  currentKind: string;

  @Column('text', { name: 'current_position', default: 'none' })
  currentPosition: string;

  @Column('timestamptz', { name: 'deactivated_at', nullable: true })
  deactivatedAt: Date | null;

  @Column('text', { name: 'deactivated_reason', nullable: true })
  deactivatedReason: string | null;

  @ForeignKey('organization', { name: 'person_host_organization_id_fkey' })
  @Column('uuid', { name: 'host_organization_id', nullable: true })
  hostOrganizationId: string | null;

  @ForeignKey('employer', { name: 'person_employer_id_fkey' })
  @Column('uuid', { name: 'employer_id', nullable: true })
  employerId: string | null;

  @ForeignKey('person', { name: 'person_merged_into_id_fkey' })
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  @Column('int', { default: 1 })
  revision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
