import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** Account, person and external identity are three things. */
export const accounts: SchemaPart = {
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
  `,
  down: `
    drop table activation_code, external_identity, account;
  `,
};
