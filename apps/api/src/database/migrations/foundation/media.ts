/** Uploaded sources, what was made of them, and small files. */
export const media = {
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

    create table media (
      id uuid primary key default uuidv7(),
      organization_id uuid not null references organization,
      title text not null,
      state text not null check (state in ('uploaded', 'processing', 'ready', 'failed')),
      step text not null default 'waiting',
      progress int not null default 0,
      failure_code text,
      failure_detail text,
      attempt int not null default 0,
      runs int not null default 0,
      upload_id text,
      source_key text,
      source_name text not null,
      source_bytes bigint not null,
      source_container text,
      duration_ms int,
      width int,
      height int,
      encryption_key bytea,
      poster_key text,
      thumbnails jsonb,
      created_by uuid references account,
      created_at timestamptz not null
    );
    create unique index media_upload on media (upload_id) where upload_id is not null;
    create index media_organization on media (organization_id, created_at desc);

    create table media_rendition (
      media_id uuid not null references media on delete cascade,
      name text not null,
      width int,
      height int,
      bandwidth int not null,
      codecs text not null,
      segments jsonb not null,
      primary key (media_id, name)
    );

    create table media_subtitle (
      id uuid primary key default uuidv7(),
      media_id uuid not null references media on delete cascade,
      language text not null,
      label text not null,
      vtt text not null,
      created_at timestamptz not null
    );
    create unique index media_subtitle_language on media_subtitle (media_id, language);
  `,
  down: `
    drop table media_subtitle;
    drop table media_rendition;
    drop table media;
    drop table upload;
    drop table stored_file;
  `,
};
