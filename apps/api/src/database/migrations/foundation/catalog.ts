import { appendOnly } from './guards.ts';

/**
 * A course's draft (course, unit, lesson, unit_exam) is edited freely; publishing freezes course_version, lesson_version and exam_version,
 * which never change. Records point to versions.
 */
export const catalog = {
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

    create table question (
      id uuid primary key default uuidv7(),
      organization_id uuid not null references organization,
      current_version_id uuid,
      archived_at timestamptz,
      revision int not null default 1,
      updated_at timestamptz not null,
      created_at timestamptz not null
    );
    create index question_organization on question (organization_id, updated_at desc);

    create table question_version (
      id uuid primary key default uuidv7(),
      question_id uuid not null references question,
      number int not null,
      kind text not null check (kind in ('single', 'multiple', 'true_false')),
      text text not null,
      options jsonb not null,
      correct text[] not null,
      explanation text not null,
      created_by uuid references account,
      created_at timestamptz not null
    );
    create unique index question_version_number on question_version (question_id, number);
    alter table question add constraint question_current foreign key (current_version_id) references question_version;
    ${appendOnly('question_version')}

    create table unit_exam (
      id uuid primary key default uuidv7(),
      unit_id uuid not null references unit,
      title text not null,
      question_ids uuid[] not null,
      draw int not null,
      shuffle_questions boolean not null,
      shuffle_options boolean not null,
      minutes int not null,
      pass_percent int not null,
      tries int not null,
      reveal text not null check (reveal in ('after_hand_in', 'after_pass', 'never')),
      removed_at timestamptz,
      revision int not null default 1
    );
    create unique index unit_exam_unit on unit_exam (unit_id);

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

    create table exam_version (
      id uuid primary key default uuidv7(),
      course_version_id uuid not null references course_version,
      exam_id uuid not null references unit_exam,
      unit_id uuid not null references unit,
      title text not null,
      question_version_ids uuid[] not null,
      draw int not null,
      shuffle_questions boolean not null,
      shuffle_options boolean not null,
      minutes int not null,
      pass_percent int not null,
      tries int not null,
      reveal text not null
    );
    create unique index exam_version_exam on exam_version (course_version_id, exam_id);
    ${['course_version', 'lesson_version', 'exam_version'].map(appendOnly).join('')}
  `,
  down: `
    drop table exam_version;
    drop table lesson_version;
    alter table course drop constraint course_published;
    drop table course_version;
    drop table unit_exam;
    alter table question drop constraint question_current;
    drop table question_version;
    drop table question;
    drop table lesson;
    drop table unit;
    drop table course;
  `,
};
