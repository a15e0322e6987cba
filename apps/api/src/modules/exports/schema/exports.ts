import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** A table asked for as an Excel file. What it was made with (query, columns, as-of day, rights) is kept beside the file. */
export const exportFiles: SchemaPart = {
  up: `
    create table export (
      id uuid primary key default uuidv7(),
      account_id uuid not null references account,
      kind text not null check (kind in ('people', 'organizations', 'standings', 'entries', 'targets', 'attempts', 'events')),
      query jsonb not null,
      names jsonb not null default '{}',
      columns text[] not null,
      as_of date,
      language text not null check (language in ('zh', 'en')),
      whole_numbers boolean not null default false,
      state text not null default 'waiting' check (state in ('waiting', 'running', 'ready', 'failed', 'cancelled', 'dropped')),
      failure text,
      runs int not null default 0,
      rows_done int not null default 0,
      rows_total int,
      -- The nodes at which the maker held the permissions when the file was made; whoever lost one of them cannot download it.
      scope uuid[] not null default '{}',
      storage_key text,
      bytes bigint,
      file_name text not null,
      created_at timestamptz not null,
      finished_at timestamptz,
      expires_at timestamptz,
      check (state <> 'ready' or (storage_key is not null and bytes is not null and expires_at is not null))
    );
    create index export_account on export (account_id, created_at desc, id desc);
    create index export_expires on export (expires_at) where state = 'ready';
  `,
  down: `
    drop table export;
  `,
};
