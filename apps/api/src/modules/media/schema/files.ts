import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** Small files, and uploads under way. */
export const files: SchemaPart = {
  up: `
    create table stored_file (
      id uuid primary key default uuidv7(),
      purpose text not null check (purpose in ('cover', 'evidence')),
      organization_id uuid not null references organization,
      name text not null,
      type text not null,
      bytes int not null,
      sha256 text not null,
      storage_key text not null,
      created_by uuid references account,
      created_at timestamptz not null
    );

    create table upload (
      id text primary key,
      account_id uuid not null references account,
      file_name text not null,
      bytes bigint not null,
      created_at timestamptz not null,
      claimed_at timestamptz,
      lock_token uuid,
      locked_until timestamptz,
      lock_wanted boolean not null default false
    );
    create index upload_unclaimed on upload (created_at) where claimed_at is null;
  `,
  down: `
    drop table upload, stored_file;
  `,
};
