import type { SchemaPart } from '../../../database/schema/foundation.ts';
import { appendOnly } from '../../../database/schema/guards.ts';

/** What publishing freezes; records point here. */
export const versions: SchemaPart = {
  up: `
    create table course_version (
      id uuid primary key default uuidv7(),
      course_id uuid not null references course,
      number int not null,
      title text not null,
      summary text not null,
      description_html text not null,
      instructor_name text,
      cover_file_id uuid references stored_file,
      duration_ms int not null,
      search_text text not null,
      published_by uuid references account,
      published_at timestamptz not null
    );
    create unique index course_version_number on course_version (course_id, number);
    create index course_version_search on course_version using gin (search_text gin_trgm_ops);
    alter table course add constraint course_published foreign key (published_version_id) references course_version;
    ${appendOnly('course_version')}

    create table lesson_version (
      id uuid primary key default uuidv7(),
      course_version_id uuid not null references course_version,
      lesson_id uuid not null references lesson,
      unit_id uuid not null references unit,
      unit_title text not null,
      unit_ordinal int not null,
      ordinal int not null,
      kind text not null,
      title text not null,
      required boolean not null,
      media_id uuid references media,
      article_html text,
      duration_ms int not null
    );
    create unique index lesson_version_lesson on lesson_version (course_version_id, lesson_id);
    create index lesson_version_media on lesson_version (media_id);
    create index lesson_version_of_lesson on lesson_version (lesson_id);
    ${appendOnly('lesson_version')}
  `,
  down: `
    alter table course drop constraint course_published;
    drop table lesson_version, course_version;
  `,
};
