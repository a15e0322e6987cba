import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Who stood in an uploaded list. */
@Entity('audience_list_person')
export class AudienceListPerson {
  @ForeignKey('audience_list', { name: 'audience_list_person_list_id_fkey' })
  @PrimaryColumn('uuid', { name: 'list_id', primaryKeyConstraintName: 'audience_list_person_pkey' })
  listId: string;

  @ForeignKey('person', { name: 'audience_list_person_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'audience_list_person_pkey' })
  personId: string;
}
