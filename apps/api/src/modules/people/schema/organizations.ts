import type { SchemaPart } from '../../../database/schema/foundation.ts';

/**
 * The tree of organizations, and the second tree of employers, which classify and grant nothing. Versions carry valid time (when it was
 * so) and recorded time (when we learnt it); `organization.path` is a cache of today.
 */
export const organizations: SchemaPart = {
  up: `
    create table employer (
      id uuid primary key default uuidv7(),
      parent_id uuid references employer,
      name text not null,
      initials text not null,
      code text not null,
      revision int not null default 1,
      created_at timestamptz not null
    );
    create unique index employer_code on employer (code);
    create index employer_parent on employer (parent_id, name);

    -- closed_on: the first day on which it is no more.
    create table organization (
      id uuid primary key default uuidv7(),
      parent_id uuid references organization,
      path ltree not null,
      name text not null,
      initials text not null,
      code text not null,
      kind text not null check (kind in ('committee', 'general_branch', 'branch', 'party_group')),
      employer_id uuid references employer,
      member_count int not null default 0,
      closed_on date,
      revision int not null default 1,
      created_at timestamptz not null
    );
    create unique index organization_code on organization (code);
    create index organization_parent on organization (parent_id, name);
    create index organization_path on organization using gist (path);
    create index organization_name_search on organization using gin (name gin_trgm_ops, initials gin_trgm_ops, code gin_trgm_ops);
    create index organization_employer on organization (employer_id) where employer_id is not null;

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
      superseded_at timestamptz,
      constraint organization_version_one_at_a_time exclude using gist
        (organization_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
    );
    create index organization_version_organization on organization_version (organization_id, valid_from);
    create index organization_version_parent on organization_version (parent_id, valid_from);

    create table organization_relation (
      id uuid primary key default uuidv7(),
      organization_id uuid not null references organization,
      kind text not null check (kind in ('merged_into', 'split_from')),
      other_id uuid not null references organization,
      effective_on date not null,
      recorded_at timestamptz not null
    );
    create index organization_relation_organization on organization_relation (organization_id);
    create index organization_relation_other on organization_relation (other_id);

    -- What an organization says for itself and its subtree; its earlier words stand in the audit log.
    create table organization_setting (
      organization_id uuid primary key references organization,
      settings jsonb not null,
      revision int not null default 1,
      updated_at timestamptz not null
    );
  `,
  down: `
    drop table organization_setting, organization_relation, organization_version, organization, employer;
  `,
};
