import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** A role is granted at a node for its subtree, by a grant of the level above it. */
export const roleGrants: SchemaPart = {
  up: `
    create table role_grant (
      id uuid primary key default uuidv7(),
      account_id uuid references account,
      person_id uuid references person,
      role text not null,
      organization_id uuid not null references organization,
      parent_id uuid references role_grant,
      level int not null default 0 check (level between 0 and 3),
      granted_by uuid references account,
      granted_at timestamptz not null,
      revoked_by uuid references account,
      revoked_at timestamptz,
      check (account_id is not null or person_id is not null)
    );
    create unique index role_grant_live on role_grant (coalesce(person_id, account_id), role, organization_id) where revoked_at is null;
    create index role_grant_person on role_grant (person_id) where revoked_at is null;
    create index role_grant_account on role_grant (account_id) where revoked_at is null;
    create index role_grant_parent on role_grant (parent_id) where revoked_at is null;
  `,
  down: `
    drop table role_grant;
  `,
};
