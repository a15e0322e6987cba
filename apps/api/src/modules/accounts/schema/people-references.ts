import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** The area people stands before accounts: what its tables refer to here is added here. */
export const peopleReferences: SchemaPart = {
  up: `
    alter table transfer
      add constraint transfer_requested_by_fkey foreign key (requested_by) references account,
      add constraint transfer_decided_by_fkey foreign key (decided_by) references account;
    alter table person_merge
      add constraint person_merge_merged_by_fkey foreign key (merged_by) references account,
      add constraint person_merge_undone_by_fkey foreign key (undone_by) references account;
  `,
  down: `
    alter table person_merge drop constraint person_merge_undone_by_fkey, drop constraint person_merge_merged_by_fkey;
    alter table transfer drop constraint transfer_decided_by_fkey, drop constraint transfer_requested_by_fkey;
  `,
};
