import type { SchemaPart } from '../../../database/schema/foundation.ts';

/**
 * People and where they belong. The columns named current_* and `host_organization_id` are caches of today; `exempt` follows `exemption`.
 * A duplicate (`merged_into_id`) is deactivated, too.
 */
export const people: SchemaPart = {
  up: `
    create table person (
      id uuid primary key default uuidv7(),
      name text not null,
      initials text not null,
      phone_cipher bytea,
      phone_hash bytea,
      phone_last4 text,
      identity_cipher bytea,
      identity_hash bytea,
      identity_last4 text,
      exempt boolean not null default false,
      exempt_reason text,
      current_organization_id uuid not null references organization,
      current_kind text not null,
      current_position text not null default 'none',
      host_organization_id uuid references organization,
      employer_id uuid references employer,
      deactivated_at timestamptz,
      deactivated_reason text,
      merged_into_id uuid references person,
      revision int not null default 1,
      created_at timestamptz not null,
      constraint person_merged_check check (merged_into_id is null or (deactivated_at is not null and merged_into_id <> id))
    );
    create unique index person_phone on person (phone_hash) where phone_hash is not null;
    create unique index person_identity on person (identity_hash) where identity_hash is not null;
    create index person_organization on person (current_organization_id);
    create index person_by_name on person (name collate "zh-Hans-CN-x-icu", id);
    create index person_name_search on person using gin (name gin_trgm_ops, initials gin_trgm_ops);
    create index person_host on person (host_organization_id) where host_organization_id is not null;
    create index person_employer on person (employer_id) where employer_id is not null;
    create index person_merged on person (merged_into_id) where merged_into_id is not null;

    create table membership (
      id uuid primary key default uuidv7(),
      person_id uuid not null references person,
      organization_id uuid not null references organization,
      kind text not null,
      position text not null default 'none',
      valid_from date not null,
      valid_to date,
      recorded_at timestamptz not null,
      superseded_at timestamptz,
      constraint membership_one_at_a_time exclude using gist
        (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
    );
    create index membership_person on membership (person_id, valid_from);
    create index membership_organization on membership (organization_id, valid_from);

    -- organization.member_count follows person, whichever statement writes it, for any number of rows. Members are those who are not deactivated.
    -- Relied on by apps/api/src/modules/people/organizations.queries.ts: lists show the count.
    create function count_members() returns trigger language plpgsql as $$
    begin
      update organization o set member_count = member_count + changed.delta
      from (
        select organization_id, sum(n)::int as delta from (
          select current_organization_id as organization_id, 1 as n from added where deactivated_at is null
          union all select current_organization_id, -1 from removed where deactivated_at is null
        ) rows group by 1 having sum(n) <> 0
      ) changed where o.id = changed.organization_id;
      return null;
    end $$;
    -- Relied on by apps/api/src/modules/people/organizations.queries.ts, like count_members.
    create function count_new_members() returns trigger language plpgsql as $$
    begin
      update organization o set member_count = member_count + added.delta
      from (select current_organization_id as organization_id, count(*)::int as delta from new_people
        where deactivated_at is null group by 1) added
      where o.id = added.organization_id;
      return null;
    end $$;
    create trigger person_added after insert on person referencing new table as new_people
      for each statement execute function count_new_members();
    create trigger person_changed after update on person referencing new table as added old table as removed
      for each statement execute function count_members();
  `,
  down: `
    drop table membership, person;
    drop function count_members, count_new_members;
  `,
};
