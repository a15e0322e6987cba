import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An employer that employs people: the second tree, a classification that grants nothing. */
@Entity('employer')
@Index('employer_code', { synchronize: false })
@Index('employer_parent', { synchronize: false })
export class Employer {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'employer_pkey' })
  id: string;

  @ForeignKey('employer', { name: 'employer_parent_id_fkey' })
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
