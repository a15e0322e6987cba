import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** A course's draft is edited freely; records never point to it for what it says, but to the versions. */
export const drafts: SchemaPart = {
  up: `
    create table course (
      id uuid primary key default uuidv7(),
      organization_id uuid not null references organization,
      title text not null,
      initials text not null,
      summary text not null default '',
      description_html text not null default '',
      instructor_id uuid references person,
      visibility text not null check (visibility in ('subtree', 'school')),
      cover_file_id uuid references stored_file,
      published_version_id uuid,
      published_revision int,
      published_at timestamptz,
      archived_at timestamptz,
      revision int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index course_organization on course (organization_id, updated_at desc);

    create table unit (
      id uuid primary key default uuidv7(),
      course_id uuid not null references course,
      title text not null,
      ordinal int not null,
      removed_at timestamptz,
      revision int not null default 1
    );
    create index unit_course on unit (course_id, ordinal);

    create table lesson (
      id uuid primary key default uuidv7(),
      unit_id uuid not null references unit,
      kind text not null check (kind in ('video', 'article')),
      title text not null,
      required boolean not null default true,
      ordinal int not null,
      media_id uuid references media,
      article_html text,
      minimum_reading_seconds int,
      removed_at timestamptz,
      revision int not null default 1
    );
    create index lesson_unit on lesson (unit_id, ordinal);
    create index lesson_media on lesson (media_id);
  `,
  down: `
    drop table lesson, unit, course;
  `,
};
