import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** By how much the open targets of an assignment changed; the sum of an assignment's rows is how many there are. */
@Entity('assignment_tally')
@Index('assignment_tally_assignment', { synchronize: false })
export class AssignmentTally {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'assignment_tally_pkey' })
  id: string;

  @ForeignKey('assignment', { name: 'assignment_tally_assignment_id_fkey' })
  @Column('uuid', { name: 'assignment_id' })
  assignmentId: string;

  @Column('int')
  assigned: number;

  @Column('int')
  started: number;

  @Column('int')
  finished: number;
}
