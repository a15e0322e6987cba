import { lockCall, locks } from '../../../database/locks.ts';
import type { SchemaPart } from '../../../database/schema/foundation.ts';

/**
 * A statement that changes a person, moves an organization or completes something leaves a row in `audience_change`; the worker looks at these
 * people again (docs/decisions/0022). The triggers fire on tables of other areas and only note the change.
 */
export const audienceChanges: SchemaPart = {
  up: `
    -- course_id null: the person's place in audiences; else a course that they study: only assignments that ask for it are looked at again
    create table audience_change (
      id uuid primary key default uuidv7(),
      person_id uuid not null,
      course_id uuid
    );

    -- Relied on by apps/api/src/modules/assignments/targets-worker.ts, which empties audience_change.
    create function note_people() returns trigger language plpgsql as $$
    begin
      insert into audience_change (person_id) select id from touched;
      return null;
    end $$;
    create trigger person_added_to_audience after insert on person referencing new table as touched
      for each statement execute function note_people();

    -- Only the columns that rules ask for. Relied on by apps/api/src/modules/assignments/targets-worker.ts.
    create function note_changed_people() returns trigger language plpgsql as $$
    begin
      insert into audience_change (person_id)
      select now.id from added now join removed before on before.id = now.id
      where (now.current_organization_id, now.current_kind, now.current_position, now.exempt, now.deactivated_at)
        is distinct from (before.current_organization_id, before.current_kind, before.current_position, before.exempt, before.deactivated_at);
      return null;
    end $$;
    create trigger person_changed_in_audience after update on person referencing new table as added old table as removed
      for each statement execute function note_changed_people();

    -- Exclusive against every reader of paths that decides an audience: a reader of the old path has committed, a later one reads the new path.
    -- Relied on by apps/api/src/modules/assignments/targets-worker.ts, which shares the lock and empties audience_change.
    create function note_moved_organization() returns trigger language plpgsql as $$
    begin
      perform ${lockCall(locks.paths)};
      insert into audience_change (person_id) select id from person where current_organization_id = new.id;
      return null;
    end $$;
    create trigger organization_moved after update of path on organization
      for each row when (old.path is distinct from new.path) execute function note_moved_organization();

    -- Relied on by apps/api/src/modules/assignments/targets-worker.ts, which empties audience_change.
    create function note_study() returns trigger language plpgsql as $$
    begin
      insert into audience_change (person_id, course_id) values (new.person_id, new.course_id);
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
  `,
  down: `
    drop trigger attempt_done on attempt;
    drop trigger attempt_begun on attempt;
    drop trigger lesson_progress_done on lesson_progress;
    drop trigger lesson_progress_begun on lesson_progress;
    drop trigger organization_moved on organization;
    drop trigger person_changed_in_audience on person;
    drop trigger person_added_to_audience on person;
    drop function note_study, note_moved_organization, note_changed_people, note_people;
    drop table audience_change;
  `,
};
