import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The one school of this database. */
@Entity('school')
@Check('school_id_check', `id`)
export class School {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'school_pkey' })
  id: boolean;

  @Column('text')
  name: string;

  @ForeignKey('organization', { name: 'school_root' })
  @Column('uuid', { name: 'root_organization_id' })
  rootOrganizationId: string;

  @Column('boolean', { default: false })
  demo: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
