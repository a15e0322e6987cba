import type { SchemaPart } from '../../../database/schema/foundation.ts';

export const reminders: SchemaPart = {
  up: `
    -- One step of the reminders of an assignment, for one deadline: the worker writes the place that it has reached with each batch of people.
    create table reminder_run (
      assignment_id uuid not null references assignment,
      step text not null,
      deadline timestamptz not null,
      step_at timestamptz not null,
      after_change uuid not null,
      place uuid,
      told int not null default 0,
      created_at timestamptz not null,
      finished_at timestamptz,
      primary key (assignment_id, step, deadline)
    );
    create index reminder_run_open on reminder_run (step_at) where finished_at is null;
  `,
  down: `
    drop table reminder_run;
  `,
};
