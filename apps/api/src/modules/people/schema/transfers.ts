import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** People who change the organization, and duplicates that become one. The area accounts adds the references to its accounts. */
export const transfers: SchemaPart = {
  up: `
    create table transfer (
      id uuid primary key default uuidv7(),
      person_id uuid not null references person,
      from_organization_id uuid not null references organization,
      to_organization_id uuid not null references organization check (to_organization_id <> from_organization_id),
      state text not null default 'requested' check (state in ('requested', 'accepted', 'refused', 'withdrawn')),
      reason text not null,
      requested_by uuid not null,
      requested_at timestamptz not null,
      decided_by uuid,
      decided_at timestamptz check ((decided_at is null) = (state = 'requested')),
      decision_reason text,
      effective_on date check ((effective_on is null) = (state <> 'accepted'))
    );
    create unique index transfer_open on transfer (person_id) where state = 'requested';
    create index transfer_person on transfer (person_id, requested_at);
    create index transfer_from on transfer (from_organization_id, requested_at);
    create index transfer_to on transfer (to_organization_id, requested_at);

    create table person_merge (
      id uuid primary key default uuidv7(),
      survivor_id uuid not null references person,
      duplicate_id uuid not null references person check (duplicate_id <> survivor_id),
      merged_by uuid not null,
      merged_at timestamptz not null,
      undone_by uuid,
      undone_at timestamptz
    );
    create unique index person_merge_live on person_merge (duplicate_id) where undone_at is null;
    create index person_merge_survivor on person_merge (survivor_id);
  `,
  down: `
    drop table person_merge, transfer;
  `,
};
