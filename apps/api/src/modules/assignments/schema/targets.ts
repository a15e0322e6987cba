import type { SchemaPart } from '../../../database/schema/foundation.ts';

/**
 * Spans: a person's stay in an assignment under one organization, so that any figure can be asked for as of any instant
 * (span_from <= t and (released_at is null or released_at > t); docs/decisions/0022).
 */
export const targets: SchemaPart = {
  up: `
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
    -- who was released, for lists as of a past day
    create index assignment_target_released on assignment_target (assignment_id, person_id) where released_at is not null;
  `,
  down: `
    drop table assignment_target;
  `,
};
