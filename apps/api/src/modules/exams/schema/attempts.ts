import type { SchemaPart } from '../../../database/schema/foundation.ts';
import { appendOnly } from '../../../database/schema/guards.ts';

/** An attempt freezes its paper; answers are ordered by (epoch, seq); what comes after the end is kept apart. */
export const attempts: SchemaPart = {
  up: `
    create table attempt (
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
    create unique index attempt_open on attempt (person_id, exam_id) where state = 'open';
    create unique index attempt_number on attempt (person_id, exam_id, number);
    create index attempt_deadline on attempt (deadline) where state = 'open';
    create index attempt_exam on attempt (exam_id, started_at desc);

    create table attempt_slot (
      attempt_id uuid not null references attempt,
      slot int not null,
      question_version_id uuid not null references question_version,
      option_order text[] not null,
      primary key (attempt_id, slot)
    );
    ${appendOnly('attempt_slot')}

    -- room on the page: an answer is changed many times, none of its indexed columns ever
    create table answer (
      attempt_id uuid not null references attempt,
      slot int not null,
      epoch int not null,
      seq int not null,
      choice text[] not null,
      saved_at timestamptz not null,
      primary key (attempt_id, slot)
    ) with (fillfactor = 70);

    create table late_answer (
      attempt_id uuid not null references attempt,
      slot int not null,
      epoch int not null,
      seq int not null,
      choice text[] not null,
      received_at timestamptz not null,
      primary key (attempt_id, slot, epoch, seq)
    );
    ${appendOnly('late_answer')}
  `,
  down: `
    drop table late_answer, answer, attempt_slot, attempt;
  `,
};
