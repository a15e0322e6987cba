/** Account, person and external identity are three things; a role is granted at a node for its subtree. */
export const accounts = {
  up: `
    create table account (
      id uuid primary key default uuidv7(),
      person_id uuid references person,
      login text not null,
      password_hash text,
      disabled_at timestamptz,
      disabled_reason text,
      consent_version int,
      consented_at timestamptz,
      revision int not null default 1,
      created_at timestamptz not null
    );
    create unique index account_login on account (lower(login));
    create unique index account_person on account (person_id) where person_id is not null;

    create table external_identity (
      id uuid primary key default uuidv7(),
      account_id uuid not null references account,
      provider text not null,
      subject text not null,
      created_at timestamptz not null
    );
    create unique index external_identity_subject on external_identity (provider, subject);

    create table activation_code (
      id uuid primary key default uuidv7(),
      person_id uuid references person,
      account_id uuid references account,
      purpose text not null check (purpose in ('activate', 'reset')),
      code_hash bytea not null,
      role text,
      role_organization_id uuid references organization,
      suggested_login text,
      expires_at timestamptz not null,
      used_at timestamptz,
      ended_at timestamptz,
      created_by uuid references account,
      created_at timestamptz not null
    );
    create unique index activation_code_hash on activation_code (code_hash);
    create index activation_code_person on activation_code (person_id);

    create table session (
      id uuid primary key default uuidv7(),
      account_id uuid not null references account,
      token_hash bytea not null,
      user_agent text not null,
      address text not null,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      idle_expires_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz
    );
    create unique index session_token on session (token_hash);
    create index session_account on session (account_id) where ended_at is null;

    create table sign_in_throttle (
      key text primary key,
      failures int not null,
      last_failure_at timestamptz not null
    );

    create table role_grant (
      id uuid primary key default uuidv7(),
      account_id uuid references account,
      person_id uuid references person,
      role text not null,
      organization_id uuid not null references organization,
      granted_by uuid references account,
      granted_at timestamptz not null,
      revoked_by uuid references account,
      revoked_at timestamptz,
      check (account_id is not null or person_id is not null)
    );
    create unique index role_grant_live on role_grant (coalesce(person_id, account_id), role, organization_id) where revoked_at is null;
    create index role_grant_person on role_grant (person_id) where revoked_at is null;
    create index role_grant_account on role_grant (account_id) where revoked_at is null;
  `,
  down: `
    drop table role_grant;
    drop table sign_in_throttle;
    drop table session;
    drop table activation_code;
    drop table external_identity;
    drop table account;
  `,
};
