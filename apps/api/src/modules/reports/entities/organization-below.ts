import { Check, Index, Column, Entity, PrimaryColumn } from 'typeorm';

/** Which organization stood below which (itself among them), by what was known at the end of each of these days. */
@Entity('organization_below')
@Check('organization_below_check', 'to_day > from_day')
@Index('organization_below_ancestor', { synchronize: false })
export class OrganizationBelow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'organization_below_pkey' })
  organizationId: string;

  @PrimaryColumn('uuid', { name: 'ancestor_id', primaryKeyConstraintName: 'organization_below_pkey' })
  ancestorId: string;

  @PrimaryColumn('date', { name: 'from_day', primaryKeyConstraintName: 'organization_below_pkey' })
  fromDay: string;

  @Column('date', { name: 'to_day' })
  toDay: string;
}
