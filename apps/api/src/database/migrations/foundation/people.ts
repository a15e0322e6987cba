import { appendOnly } from './guards.ts';

/**
 * Organizations and people. Versions carry valid time (when it was so) and recorded time (when we learnt it); `organization.path` and the
 * columns named current_* are caches of today.
 */
export const people = {
  up: `
    create table school (
      id boolean primary key default true check (id),
      name text not null,
      root_organization_id uuid not null,
      demo boolean not null default false,
      created_at timestamptz not null
    );

    create table organization (
      id uuid primary key default uuidv7(),
      parent_id uuid references organization,
      path ltree not null,
      name text not null,
      initials text not null,
      code text not null,
      kind text not null check (kind in ('committee', 'general_branch', 'branch', 'party_group')),
      member_count int not null default 0,
      revision int not null default 1,
      created_at timestamptz not null
    );
    create unique index organization_code on organization (code);
    create index organization_parent on organization (parent_id, name);
    create index organization_path on organization using gist (path);
    create index organization_name_search on organization using gin (name gin_trgm_ops, initials gin_trgm_ops, code gin_trgm_ops);
    alter table school add constraint school_root foreign key (root_organization_id) references organization;

    create table organization_version (
      id uuid primary key default uuidv7(),
      organization_id uuid not null references organization,
      parent_id uuid references organization,
      name text not null,
      code text not null,
      kind text not null,
      valid_from date not null,
      valid_to date,
      recorded_at timestamptz not null,
      superseded_at timestamptz
    );
    create index organization_version_organization on organization_version (organization_id, valid_from);

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
      revision int not null default 1,
      created_at timestamptz not null
    );
    create unique index person_phone on person (phone_hash) where phone_hash is not null;
    create unique index person_identity on person (identity_hash) where identity_hash is not null;
    create index person_organization on person (current_organization_id);
    create index person_by_name on person (name collate "zh-Hans-CN-x-icu", id);
    create index person_name_search on person using gin (name gin_trgm_ops, initials gin_trgm_ops);

    create table membership (
      id uuid primary key default uuidv7(),
      person_id uuid not null references person,
      organization_id uuid not null references organization,
      kind text not null,
      position text not null default 'none',
      valid_from date not null,
      valid_to date,
      recorded_at timestamptz not null,
      superseded_at timestamptz
    );
    create index membership_person on membership (person_id, valid_from);
    create index membership_organization on membership (organization_id, valid_from);
    alter table membership add constraint membership_one_at_a_time exclude using gist
      (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null);

    -- organization.member_count follows person, whoever writes it and however many rows at once.
    create function count_members() returns trigger language plpgsql as $$
    begin
      update organization o set member_count = member_count + changed.delta
      from (
        select organization_id, sum(n)::int as delta from (
          select current_organization_id as organization_id, 1 as n from added
          union all select current_organization_id, -1 from removed
        ) rows group by 1 having sum(n) <> 0
      ) changed where o.id = changed.organization_id;
      return null;
    end $$;
    create function count_new_members() returns trigger language plpgsql as $$
    begin
      update organization o set member_count = member_count + added.delta
      from (select current_organization_id as organization_id, count(*)::int as delta from new_people group by 1) added
      where o.id = added.organization_id;
      return null;
    end $$;
    create trigger person_added after insert on person referencing new table as new_people
      for each statement execute function count_new_members();
    create trigger person_changed after update on person referencing new table as added old table as removed
      for each statement execute function count_members();

    create table audit_event (
      id uuid primary key default uuidv7(),
      at timestamptz not null,
      actor_account_id uuid,
      actor_name text not null,
      action text not null,
      object_type text not null,
      object_id text,
      object_name text,
      organization_id uuid,
      address text not null,
      user_agent text not null default '',
      before jsonb,
      after jsonb
    );
    create index audit_event_at on audit_event (at desc, id desc);
    create index audit_event_organization on audit_event (organization_id, at desc);
    ${appendOnly('audit_event')}
  `,
  down: `
    drop table audit_event;
    drop table membership;
    drop table person;
    drop function count_members;
    drop function count_new_members;
    drop table organization_version;
    drop table school;
    drop table organization;
  `,
};
