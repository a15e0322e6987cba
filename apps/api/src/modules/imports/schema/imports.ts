import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** A file that was brought in: read and checked row by row, then applied as a whole or not at all (docs/decisions/0030). */
export const imports: SchemaPart = {
  up: `
    -- unread: columns of the file that mean nothing to an import.
    create table import_batch (
      id uuid primary key default uuidv7(),
      kind text not null check (kind in ('organizations', 'people')),
      organization_id uuid not null references organization,
      file_name text not null,
      file_key text,
      state text not null default 'reading' check (state in ('reading', 'checking', 'checked', 'rejected', 'committing', 'committed',
        'undoing', 'undone', 'discarded')),
      columns text[] not null default '{}',
      unread text[] not null default '{}',
      counts jsonb,
      failure jsonb,
      blockers jsonb,
      revision int not null default 1,
      created_by uuid not null references account,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      committed_at timestamptz,
      undone_at timestamptz,
      rows_dropped_at timestamptz
    );
    create index import_batch_organization on import_batch (organization_id, created_at desc);
    create index import_batch_changed on import_batch (changed_at) where rows_dropped_at is null;

    -- Beside the batch, whose row stays locked while it is applied.
    create table import_progress (
      batch_id uuid primary key references import_batch on delete cascade,
      done int not null,
      total int not null
    );

    -- One line of the file. cells is what it says, encrypted as a whole; the other columns are what could be read of it, numbers sealed as in
    -- person. id is the id of the person or organization that the row makes, if it makes one.
    create table import_row (
      batch_id uuid not null references import_batch on delete cascade,
      row int not null,
      id uuid not null default uuidv7(),
      cells bytea not null,
      name text,
      initials text,
      code text,
      kind text,
      position text,
      parent_code text,
      employer_code text,
      since date,
      exempt_kind text,
      exempt_reason text,
      phone_cipher bytea,
      phone_hash bytea,
      phone_last4 text,
      identity_cipher bytea,
      identity_hash bytea,
      identity_last4 text,
      skipped boolean not null default false,
      cell_problems jsonb not null default '[]',
      problems jsonb not null default '[]',
      action text check (action in ('create', 'update', 'move', 'nothing')),
      object_id uuid,
      organization_id uuid,
      before jsonb,
      revision int,
      primary key (batch_id, row)
    );
    create index import_row_wrong on import_row (batch_id, row)
      where (cell_problems <> '[]' or problems <> '[]') and not skipped;
  `,
  down: `
    drop table import_row, import_progress, import_batch;
  `,
};
