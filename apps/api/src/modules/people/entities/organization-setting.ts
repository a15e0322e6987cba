import type { OrganizationSettings } from '@dangxiao/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an organization says for itself and its subtree; absent settings are inherited. */
@Entity('organization_setting')
export class OrganizationSetting {
  @ForeignKey('organization', { name: 'organization_setting_organization_id_fkey' })
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'organization_setting_pkey' })
  organizationId: string;

  @Column('jsonb')
  settings: Partial<OrganizationSettings>;

  @Column('int', { default: 1 })
  revision: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
