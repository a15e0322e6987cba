import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './foundation/guards.ts';

/**
 * Assigned training. `assignment_target` holds spans: a person's stay in an assignment under one organization, so that any figure can be asked
 * for as of any instant (span_from <= t and (released_at is null or released_at > t)). Whoever writes a person, moves an organization or
 * completes something leaves a row in `audience_change`; a worker looks at these people again (docs/decisions/0022).
 */
const up = `
  create table programme (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization,
    title text not null,
    summary text not null default '',
    current_version_id uuid,
    archived_at timestamptz,
    revision int not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create index programme_organization on programme (organization_id, updated_at desc);

  create table programme_version (
    id uuid primary key default uuidv7(),
    programme_id uuid not null references programme,
    number int not null,
    created_by uuid references account,
    created_at timestamptz not null
  );
  create unique index programme_version_number on programme_version (programme_id, number);
  alter table programme add constraint programme_current foreign key (current_version_id) references programme_version;
  ${appendOnly('programme_version')}

  -- needs_previous: opens when every course before it in the path is completed
  create table programme_item (
    programme_version_id uuid not null references programme_version,
    ordinal int not null,
    course_id uuid not null references course,
    needs_previous boolean not null,
    primary key (programme_version_id, ordinal)
  );
  create unique index programme_item_course on programme_item (programme_version_id, course_id);
  ${appendOnly('programme_item')}

  create table saved_audience (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization,
    title text not null,
    rules jsonb not null,
    archived_at timestamptz,
    revision int not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create index saved_audience_organization on saved_audience (organization_id, updated_at desc);

  create table audience_list (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization,
    title text not null,
    created_by uuid references account,
    created_at timestamptz not null
  );
  create index audience_list_organization on audience_list (organization_id);
  ${appendOnly('audience_list')}
  create table audience_list_person (
    list_id uuid not null references audience_list,
    person_id uuid not null references person,
    primary key (list_id, person_id)
  );
  ${appendOnly('audience_list_person')}

  create table assignment (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization,
    title text not null,
    description text not null default '',
    state text not null default 'draft' check (state in ('draft', 'publishing', 'published', 'withdrawn')),
    mode text not null check (mode in ('live', 'snapshot')),
    required boolean not null,
    opens_at timestamptz not null,
    opened_at timestamptz,
    due_at timestamptz,
    grace_until timestamptz,
    rules jsonb not null,
    version int not null default 0,
    revision int not null default 1,
    created_by uuid references account,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    published_at timestamptz,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    check (due_at > opens_at),
    check (grace_until > due_at),
    check ((state = 'withdrawn') = (withdrawn_at is not null))
  );
  create index assignment_organization on assignment (organization_id, updated_at desc);
  create index assignment_live on assignment (id) where state in ('publishing', 'published') and mode = 'live';
  create index assignment_to_open on assignment (opens_at) where state in ('publishing', 'published') and opened_at is null;

  create table assignment_version (
    assignment_id uuid not null references assignment,
    number int not null,
    action text not null check (action in ('published', 'changed', 'withdrawn')),
    at timestamptz not null,
    account_id uuid references account,
    reason text,
    content jsonb not null,
    primary key (assignment_id, number)
  );
  ${appendOnly('assignment_version')}

  create table assignment_item (
    assignment_id uuid not null references assignment,
    ordinal int not null,
    kind text not null check (kind in ('course', 'exam', 'programme')),
    course_id uuid references course,
    exam_id uuid references unit_exam,
    programme_version_id uuid references programme_version,
    primary key (assignment_id, ordinal),
    check (num_nonnulls(course_id, exam_id, programme_version_id) = 1)
  );
  create index assignment_item_course on assignment_item (course_id);

  -- how far the people of a version have been gone through; the rows of the assignment itself are not written, so that they can be read locked
  create table assignment_fill (
    assignment_id uuid primary key references assignment,
    version int not null,
    place uuid,
    done int not null default 0,
    total int not null default 0,
    started_at timestamptz not null,
    finished_at timestamptz
  );

  -- assigned_at: since when without a break; span_from: since when under this organization. reasons: places in rules.include of that version
  create table assignment_target (
    person_id uuid not null references person,
    assignment_id uuid not null references assignment,
    id uuid not null default uuidv7(),
    organization_id uuid not null references organization,
    assigned_at timestamptz not null,
    span_from timestamptz not null,
    released_at timestamptz,
    release_reason text check (release_reason in ('left', 'transferred', 'changed', 'withdrawn')),
    version int not null,
    reasons int[] not null,
    started_at timestamptz,
    finished_at timestamptz,
    primary key (person_id, assignment_id, id),
    check ((released_at is null) = (release_reason is null))
  ) with (fillfactor = 80);
  create unique index assignment_target_open on assignment_target (assignment_id, person_id) where released_at is null;
  create index assignment_target_organization on assignment_target (organization_id, assignment_id);

  create table audience_change (
    id uuid primary key default uuidv7(),
    person_id uuid not null
  );

  create table calendar_feed (
    id uuid primary key default uuidv7(),
    person_id uuid not null references person,
    token_hash bytea not null,
    created_at timestamptz not null,
    read_at timestamptz,
    revoked_at timestamptz
  );
  create unique index calendar_feed_token on calendar_feed (token_hash);
  create unique index calendar_feed_person on calendar_feed (person_id) where revoked_at is null;

  create function note_people() returns trigger language plpgsql as $$
  begin
    insert into audience_change (person_id) select id from touched;
    return null;
  end $$;
  create trigger person_added_to_audience after insert on person referencing new table as touched
    for each statement execute function note_people();
  create trigger person_changed_in_audience after update on person referencing new table as touched
    for each statement execute function note_people();

  -- Exclusive against every reader of paths that decides an audience: who reads the old path has committed, who comes later reads the new one.
  create function note_moved_organization() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(7203522);
    insert into audience_change (person_id) select id from person where current_organization_id = new.id;
    return null;
  end $$;
  create trigger organization_moved after update of path on organization
    for each row when (old.path is distinct from new.path) execute function note_moved_organization();

  create function note_study() returns trigger language plpgsql as $$
  begin
    insert into audience_change (person_id) values (new.person_id);
    return null;
  end $$;
  create trigger lesson_progress_begun after insert on lesson_progress
    for each row when (new.first_heartbeat_at is not null or new.completed_at is not null) execute function note_study();
  create trigger lesson_progress_done after update on lesson_progress
    for each row when ((old.first_heartbeat_at is null and new.first_heartbeat_at is not null)
      or (old.completed_at is null and new.completed_at is not null)) execute function note_study();
  create trigger attempt_begun after insert on attempt for each row execute function note_study();
  create trigger attempt_done after update on attempt
    for each row when (new.passed and old.passed is distinct from new.passed) execute function note_study();
`;

const down = `
  drop trigger attempt_done on attempt;
  drop trigger attempt_begun on attempt;
  drop trigger lesson_progress_done on lesson_progress;
  drop trigger lesson_progress_begun on lesson_progress;
  drop trigger organization_moved on organization;
  drop trigger person_changed_in_audience on person;
  drop trigger person_added_to_audience on person;
  drop function note_study;
  drop function note_moved_organization;
  drop function note_people;
  drop table calendar_feed;
  drop table audience_change;
  drop table assignment_target;
  drop table assignment_fill;
  drop table assignment_item;
  drop table assignment_version;
  drop table assignment;
  drop table audience_list_person;
  drop table audience_list;
  drop table saved_audience;
  drop table programme_item;
  alter table programme drop constraint programme_current;
  drop table programme_version;
  drop table programme;
`;

export class Assignments1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
