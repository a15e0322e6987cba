import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** Sessions, and the portal as an administrator sees it for another person. */
export const sessions: SchemaPart = {
  up: `
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

    create table session (
      id uuid primary key default uuidv7(),
      account_id uuid not null references account,
      token_hash bytea not null,
      user_agent text not null,
      address text not null,
      pending text check (pending in ('verify', 'enrol')),
      see_as_id uuid references see_as,
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
  `,
  down: `
    drop table sign_in_throttle, session, see_as;
  `,
};
