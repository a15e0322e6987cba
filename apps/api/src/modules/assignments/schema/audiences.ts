import type { SchemaPart } from '../../../database/schema/foundation.ts';
import { appendOnly } from '../../../database/schema/guards.ts';

/** Audiences that are kept under a name: rules, and lists of people. */
export const audiences: SchemaPart = {
  up: `
    create table saved_audience (
      id uuid primary key default uuidv7(),
      organization_id uuid not null references organization,
      title text not null,
      rules jsonb not null,
      archived_at timestamptz,
      revision int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index saved_audience_organization on saved_audience (organization_id, updated_at desc);

    create table audience_list (
      id uuid primary key default uuidv7(),
      organization_id uuid not null references organization,
      title text not null,
      created_by uuid references account,
      created_at timestamptz not null
    );
    create index audience_list_organization on audience_list (organization_id);
    ${appendOnly('audience_list')}
    create table audience_list_person (
      list_id uuid not null references audience_list,
      person_id uuid not null references person,
      primary key (list_id, person_id)
    );
    ${appendOnly('audience_list_person')}
  `,
  down: `
    drop table audience_list_person, audience_list, saved_audience;
  `,
};
