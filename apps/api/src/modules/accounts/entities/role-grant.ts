import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A role held at a node of the organization tree for its subtree, by a person or by an account that stands for nobody. */
@Entity('role_grant')
@Index('role_grant_live', { synchronize: false })
@Index('role_grant_person', { synchronize: false })
@Index('role_grant_account', { synchronize: false })
@Index('role_grant_parent', { synchronize: false })
@Check('role_grant_check', `account_id is not null or person_id is not null`)
@Check('role_grant_level_check', `level between 0 and 3`)
export class RoleGrant {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'role_grant_pkey' })
  id: string;

  @ForeignKey('account', { name: 'role_grant_account_id_fkey' })
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @ForeignKey('person', { name: 'role_grant_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('text')
  role: string;

  @ForeignKey('organization', { name: 'role_grant_organization_id_fkey' })
  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @ForeignKey('account', { name: 'role_grant_granted_by_fkey' })
  @Column('uuid', { name: 'granted_by', nullable: true })
  grantedBy: string | null;

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt: Date;

  @ForeignKey('account', { name: 'role_grant_revoked_by_fkey' })
  @Column('uuid', { name: 'revoked_by', nullable: true })
  revokedBy: string | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  /** The grant by which the granter could make this one; null for the school's own administrators. */
  @ForeignKey('role_grant', { name: 'role_grant_parent_id_fkey' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  /** How often the role was passed on. */
  @Column('int', { default: 0 })
  level: number;
}
