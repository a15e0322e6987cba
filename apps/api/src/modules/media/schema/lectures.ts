import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** Uploaded sources and what was made of them. */
export const lectures: SchemaPart = {
  up: `
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
    drop table media_subtitle, media_rendition, media;
  `,
};
