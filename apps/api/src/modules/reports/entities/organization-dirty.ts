import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organization whose dated rows changed since it was placed. */
@Entity('organization_dirty')
export class OrganizationDirty {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'organization_dirty_pkey' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;
}
