import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A Party organization as it is today; its history stands in its versions. */
@Entity('organization')
@Index('organization_code', { synchronize: false })
@Index('organization_parent', { synchronize: false })
@Index('organization_path', { synchronize: false })
@Index('organization_name_search', { synchronize: false })
@Index('organization_employer', { synchronize: false })
@Check('organization_kind_check', `kind in ('committee', 'general_branch', 'branch', 'party_group')`)
export class Organization {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'organization_pkey' })
  id: string;

  @ForeignKey('organization', { name: 'organization_parent_id_fkey' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('ltree')
  path: string;

  @Column('text')
  name: string;

  @Column('text')
  initials: string;

  @Column('text')
  code: string;

  @Column('text')
  kind: 'committee' | 'general_branch' | 'branch' | 'party_group';

  @Column('int', { name: 'member_count', default: 0 })
  memberCount: number;

  @Column('int', { default: 1 })
  revision: number;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @ForeignKey('employer', { name: 'organization_employer_id_fkey' })
  @Column('uuid', { name: 'employer_id', nullable: true })
  employerId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
