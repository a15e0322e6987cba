import type { SchemaPart } from '../../../database/schema/foundation.ts';
import { appendOnly } from '../../../database/schema/guards.ts';

/** Assigned training and its published versions. */
export const assignments: SchemaPart = {
  up: `
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
  `,
  down: `
    drop table assignment_fill, assignment_item, assignment_version, assignment;
  `,
};
