import type { SchemaPart } from '../../../database/schema/foundation.ts';
import { appendOnly } from '../../../database/schema/guards.ts';

/** The exam of a course's unit, and what publishing the course freezes of it. */
export const exams: SchemaPart = {
  up: `
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
    ${appendOnly('exam_version')}
  `,
  down: `
    drop table exam_version, unit_exam;
  `,
};
