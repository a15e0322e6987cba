import { appendOnly } from './guards.ts';

/** A sitting freezes its paper; answers are ordered by (epoch, seq); what comes after the end is kept apart. */
export const exams = {
  up: `
    create table sitting (
      id uuid primary key default uuidv7(),
      person_id uuid not null references person,
      exam_id uuid not null references unit_exam,
      exam_version_id uuid not null references exam_version,
      course_id uuid not null references course,
      number int not null,
      state text not null default 'open' check (state in ('open', 'handed_in', 'timed_out')),
      seed text not null,
      epoch int not null default 1,
      started_at timestamptz not null,
      deadline timestamptz not null,
      finished_at timestamptz,
      correct int,
      total int not null,
      score_percent numeric(5, 2),
      passed boolean,
      check (finished_at <= deadline),
      check ((state = 'open') = (finished_at is null))
    );
    create unique index sitting_open on sitting (person_id, exam_id) where state = 'open';
    create unique index sitting_number on sitting (person_id, exam_id, number);
    create index sitting_deadline on sitting (deadline) where state = 'open';
    create index sitting_exam on sitting (exam_id, started_at desc);

    create table sitting_slot (
      sitting_id uuid not null references sitting,
      slot int not null,
      question_version_id uuid not null references question_version,
      option_order text[] not null,
      primary key (sitting_id, slot)
    );
    ${appendOnly('sitting_slot')}

    -- room on the page: an answer is changed many times, none of its indexed columns ever
    create table answer (
      sitting_id uuid not null references sitting,
      slot int not null,
      epoch int not null,
      seq int not null,
      choice text[] not null,
      saved_at timestamptz not null,
      primary key (sitting_id, slot)
    ) with (fillfactor = 70);

    create table late_answer (
      sitting_id uuid not null references sitting,
      slot int not null,
      epoch int not null,
      seq int not null,
      choice text[] not null,
      received_at timestamptz not null,
      primary key (sitting_id, slot, epoch, seq)
    );
    ${appendOnly('late_answer')}
  `,
  down: `
    drop table late_answer;
    drop table answer;
    drop table sitting_slot;
    drop table sitting;
  `,
};
