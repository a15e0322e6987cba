import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
  alter table role_grant
    add column parent_id uuid references role_grant,
    add column level int not null default 0 check (level between 0 and 3);
  create index role_grant_parent on role_grant (parent_id) where revoked_at is null;

  -- Grants made before: each stands under the role by which its granter could make it. Whoever was made deeper than three stands at three.
  update role_grant g set parent_id = (
    select up.id from role_grant up
      join organization at on at.id = up.organization_id
      join organization o on o.id = g.organization_id
      left join account a on a.id = g.granted_by
    where up.id <> g.id and up.role in ('school_administrator', 'organization_administrator') and up.revoked_at is null
      and (up.account_id = a.id or up.person_id = a.person_id) and o.path <@ at.path and up.granted_at <= g.granted_at
    order by nlevel(at.path), up.granted_at limit 1)
  where g.granted_by is not null
    and not (g.role = 'school_administrator' and g.organization_id = (select root_organization_id from school limit 1));
  with recursive line as (
    select id, 0 as level from role_grant where parent_id is null
    union all select g.id, least(line.level + 1, 3) from role_grant g join line on line.id = g.parent_id)
  update role_grant g set level = line.level from line where line.id = g.id;

  create table second_factor (
    account_id uuid primary key references account,
    secret bytea,
    -- Shown and not yet confirmed.
    new_secret bytea,
    confirmed_at timestamptz,
    -- The time step of the last code that was used: neither it nor an earlier one works again.
    last_step bigint,
    check ((secret is null) = (confirmed_at is null))
  );
  create table recovery_code (
    id uuid primary key default uuidv7(),
    account_id uuid not null references account,
    code_hash bytea not null,
    used_at timestamptz,
    created_at timestamptz not null
  );
  create unique index recovery_code_hash on recovery_code (account_id, code_hash);

  create table see_as (
    id uuid primary key default uuidv7(),
    actor_account_id uuid not null references account,
    subject_id uuid not null references person,
    reason text not null,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
  );
  create index see_as_subject on see_as (subject_id, started_at desc);
  create index see_as_open on see_as (expires_at) where ended_at is null;

  alter table session
    add column pending text check (pending in ('verify', 'enrol')),
    add column see_as_id uuid references see_as;
`;

const down = `
  alter table session drop column see_as_id, drop column pending;
  drop table see_as;
  drop table recovery_code;
  drop table second_factor;
  alter table role_grant drop column level, drop column parent_id;
`;

/** Levels of delegation, second factors, and seeing the portal as somebody else. */
export class ScopedAdministration1764100000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
