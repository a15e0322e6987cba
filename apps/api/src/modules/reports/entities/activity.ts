import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** On which days somebody had studied within the last seven, and where they belonged then. */
@Entity('activity')
@Check('activity_check', 'to_day > from_day')
export class Activity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'activity_pkey' })
  personId: string;

  @PrimaryColumn('date', { name: 'from_day', primaryKeyConstraintName: 'activity_pkey' })
  fromDay: string;

  @Column('date', { name: 'to_day' })
  toDay: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;
}
