import type { MigrationInterface, QueryRunner } from 'typeorm';

const dated = `
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      recorded_at timestamptz not null,
      superseded_at timestamptz`;

const up = `
  -- The second tree (domain.md): employers classify, they grant nothing.
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

  -- The first day on which it is no more.
  alter table organization add column closed_on date, add column employer_id uuid references employer;
  create index organization_employer on organization (employer_id) where employer_id is not null;
  create index organization_version_parent on organization_version (parent_id, valid_from);
  alter table organization_version add constraint organization_version_one_at_a_time exclude using gist
    (organization_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null);

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

  create table leader_term (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization,
    person_id uuid not null references person,
    position text not null check (position in ('secretary', 'deputy_secretary', 'organization_member', 'publicity_member',
      'discipline_member', 'committee_member', 'group_leader')),${dated}
  );
  create index leader_term_organization on leader_term (organization_id, valid_from);
  create index leader_term_person on leader_term (person_id, valid_from);

  -- Caches of today, like current_*: exempt follows exemption, host_organization_id follows floating_term. A duplicate (merged_into_id) is deactivated too.
  alter table person
    add column deactivated_at timestamptz,
    add column deactivated_reason text,
    add column host_organization_id uuid references organization,
    add column employer_id uuid references employer,
    add column merged_into_id uuid references person,
    add constraint person_merged_check check (merged_into_id is null or (deactivated_at is not null and merged_into_id <> id));
  create index person_host on person (host_organization_id) where host_organization_id is not null;
  create index person_employer on person (employer_id) where employer_id is not null;
  create index person_merged on person (merged_into_id) where merged_into_id is not null;

  create table floating_term (
    id uuid primary key default uuidv7(),
    person_id uuid not null references person,
    host_organization_id uuid not null references organization,
    reason text not null,${dated},
    constraint floating_term_one_at_a_time exclude using gist
      (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
  );
  create index floating_term_person on floating_term (person_id, valid_from);
  create index floating_term_host on floating_term (host_organization_id, valid_from);

  create table exemption (
    id uuid primary key default uuidv7(),
    person_id uuid not null references person,
    kind text not null check (kind in ('aged', 'ill', 'disabled')),
    reason text not null,${dated},
    constraint exemption_one_at_a_time exclude using gist
      (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
  );
  create index exemption_person on exemption (person_id, valid_from);

  create table transfer (
    id uuid primary key default uuidv7(),
    person_id uuid not null references person,
    from_organization_id uuid not null references organization,
    to_organization_id uuid not null references organization check (to_organization_id <> from_organization_id),
    state text not null default 'requested' check (state in ('requested', 'accepted', 'refused', 'withdrawn')),
    reason text not null,
    requested_by uuid not null references account,
    requested_at timestamptz not null,
    decided_by uuid references account,
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
    merged_by uuid not null references account,
    merged_at timestamptz not null,
    undone_by uuid references account,
    undone_at timestamptz
  );
  create unique index person_merge_live on person_merge (duplicate_id) where undone_at is null;
  create index person_merge_survivor on person_merge (survivor_id);

  -- Members are those who are not deactivated.
  create or replace function count_members() returns trigger language plpgsql as $$
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
  create or replace function count_new_members() returns trigger language plpgsql as $$
  begin
    update organization o set member_count = member_count + added.delta
    from (select current_organization_id as organization_id, count(*)::int as delta from new_people
      where deactivated_at is null group by 1) added
    where o.id = added.organization_id;
    return null;
  end $$;

  -- Exemptions that were a flag until now: since the first membership, as the kind that the reason does not tell.
  insert into exemption (person_id, kind, reason, valid_from, recorded_at)
  select p.id, 'ill', coalesce(p.exempt_reason, '—'), (select min(m.valid_from) from membership m where m.person_id = p.id), p.created_at
  from person p where p.exempt and exists (select from membership m where m.person_id = p.id);
`;

const down = `
  create or replace function count_members() returns trigger language plpgsql as $$
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
  create or replace function count_new_members() returns trigger language plpgsql as $$
  begin
    update organization o set member_count = member_count + added.delta
    from (select current_organization_id as organization_id, count(*)::int as delta from new_people group by 1) added
    where o.id = added.organization_id;
    return null;
  end $$;
  drop table person_merge;
  drop table transfer;
  drop table exemption;
  drop table floating_term;
  alter table person drop constraint person_merged_check, drop column merged_into_id, drop column employer_id,
    drop column host_organization_id, drop column deactivated_reason, drop column deactivated_at;
  drop table leader_term;
  drop table organization_relation;
  alter table organization_version drop constraint organization_version_one_at_a_time;
  drop index organization_version_parent;
  alter table organization drop column employer_id, drop column closed_on;
  drop table employer;
`;

/** Organizations and people that change: closing, merging, splitting, leaders, transfers, floating members, exemptions, duplicates. */
export class PeopleChanges1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
