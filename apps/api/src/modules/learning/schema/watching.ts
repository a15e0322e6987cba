import type { SchemaPart } from '../../../database/schema/foundation.ts';
import { appendOnly } from '../../../database/schema/guards.ts';

/**
 * Watched time: one live lease a person, progress as ranges, and every heartbeat as evidence. A heartbeat changes no indexed column of a lease or a
 * progress row, so that the new versions stay on their page.
 */
export const watching: SchemaPart = {
  up: `
    create table playback_lease (
      id uuid primary key default uuidv7(),
      person_id uuid not null references person,
      lesson_id uuid not null references lesson,
      lesson_version_id uuid not null references lesson_version,
      course_id uuid not null references course,
      duration_ms int not null,
      policy_version int not null,
      completion_percent int not null,
      max_rate int not null,
      started_at timestamptz not null,
      last_heartbeat_at timestamptz not null,
      playing boolean not null default false,
      accrued_ms bigint not null default 0,
      gap_ms bigint not null default 0,
      played_ms bigint not null default 0,
      wall_played_ms bigint not null default 0,
      seq int not null default 0,
      ended_at timestamptz
    ) with (fillfactor = 80);
    create unique index playback_lease_live on playback_lease (person_id) where ended_at is null;
    create index playback_lease_lesson on playback_lease (person_id, lesson_id);

    create table lesson_progress (
      person_id uuid not null references person,
      lesson_id uuid not null references lesson,
      course_id uuid not null references course,
      lesson_version_id uuid not null references lesson_version,
      coverage int4multirange not null default '{}',
      frontier_ms int not null default 0,
      position_ms int not null default 0,
      first_heartbeat_at timestamptz,
      updated_at timestamptz not null,
      completed_at timestamptz,
      primary key (person_id, lesson_id)
    ) with (fillfactor = 80);
    create index lesson_progress_course on lesson_progress (course_id, person_id);

    -- \`accepted\` is the credited time, \`played_ms\` its length with repeats; \`refused\` is a list of [fromMs, toMs, reason].
    create table watch_heartbeat (
      person_id uuid not null,
      lease_id uuid not null references playback_lease,
      seq int not null,
      at timestamptz not null,
      event text not null,
      accepted int4multirange not null,
      played_ms int not null,
      refused jsonb not null,
      primary key (person_id, lease_id, seq)
    );
    ${appendOnly('watch_heartbeat')}

    -- Milliseconds that a set of ranges covers. Relied on by apps/api/src/database/fragments/course-progress.ts.
    create function multirange_length(ranges int4multirange) returns int language sql immutable parallel safe as
      'select coalesce(sum(upper(r) - lower(r)), 0)::int from unnest(ranges) r';
  `,
  down: `
    drop function multirange_length(int4multirange);
    drop table watch_heartbeat, lesson_progress, playback_lease;
  `,
};
