import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A unit that employs people: the second tree, a classification that grants nothing. */
@Entity('employing_unit')
@Index('employing_unit_code', { synchronize: false })
@Index('employing_unit_parent', { synchronize: false })
export class EmployingUnit {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'employing_unit_pkey' })
  id: string;

  @ForeignKey('employing_unit', { name: 'employing_unit_parent_id_fkey' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('text')
  name: string;

  @Column('text')
  initials: string;

  @Column('text')
  code: string;

  @Column('int', { default: 1 })
  revision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
