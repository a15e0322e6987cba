import { appendOnly } from './guards.ts';

/** Watched time: one live lease a person, progress as ranges, and every beat as evidence. */
export const learning = {
  up: `
    create table playback_lease (
      id uuid primary key default uuidv7(),
      person_id uuid not null references person,
      lesson_id uuid not null references lesson,
      lesson_version_id uuid not null references lesson_version,
      course_id uuid not null references course,
      duration_ms int not null,
      completion_percent int not null,
      max_rate int not null,
      started_at timestamptz not null,
      last_beat_at timestamptz not null,
      playing boolean not null default false,
      accrued_ms bigint not null default 0,
      played_ms bigint not null default 0,
      refused_played_ms bigint not null default 0,
      seq int not null default 0,
      ended_at timestamptz
    );
    create unique index playback_lease_live on playback_lease (person_id) where ended_at is null;

    create table lesson_progress (
      person_id uuid not null references person,
      lesson_id uuid not null references lesson,
      course_id uuid not null references course,
      lesson_version_id uuid not null references lesson_version,
      coverage int4multirange not null default '{}',
      frontier_ms int not null default 0,
      position_ms int not null default 0,
      first_beat_at timestamptz,
      updated_at timestamptz not null,
      completed_at timestamptz,
      primary key (person_id, lesson_id)
    );
    create index lesson_progress_course on lesson_progress (person_id, course_id);
    create index lesson_progress_recent on lesson_progress (person_id, updated_at desc);

    create table watch_beat (
      lease_id uuid not null references playback_lease,
      seq int not null,
      person_id uuid not null,
      lesson_id uuid not null,
      at timestamptz not null,
      event text not null,
      accepted int4multirange not null,
      refused int4multirange not null,
      reason text,
      primary key (lease_id, seq)
    );
    create index watch_beat_lesson on watch_beat (person_id, lesson_id, at);
    ${appendOnly('watch_beat')}
  `,
  down: `
    drop table watch_beat;
    drop table lesson_progress;
    drop table playback_lease;
  `,
};
