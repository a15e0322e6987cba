import type { SchemaPart } from '../../../database/schema/foundation.ts';

const counts = `
      assigned int not null,
      started int not null,
      finished int not null`;

/** What rows of `assignment_target` (alias `t`) change, and when: as if they had come about, or gone, with `sign`. */
const events = (rows: string, sign: '' | '-') => `
      select t.assignment_id, t.organization_id, e.at, ${sign}e.assigned as assigned, ${sign}e.started as started, ${sign}e.finished as finished
      from ${rows} t,
        lateral (select
          case when greatest(t.started_at, t.span_from) < coalesce(t.released_at, 'infinity') and t.started_at is not null
            then greatest(t.started_at, t.span_from) end as started,
          case when greatest(t.finished_at, t.span_from) < coalesce(t.released_at, 'infinity') and t.finished_at is not null
            then greatest(t.finished_at, t.span_from) end as finished) s,
        lateral (values (t.span_from, 1, 0, 0), (s.started, 0, 1, 0), (s.finished, 0, 0, 1),
          (t.released_at, -1, -(s.started is not null)::int, -(s.finished is not null)::int)) e(at, assigned, started, finished)
      where e.at is not null`;
const note = (select: string) => `
      insert into training_change (assignment_id, organization_id, at, assigned, started, finished)
      select assignment_id, organization_id, at, sum(assigned), sum(started), sum(finished) from (${select}) changed
      group by 1, 2, 3 having sum(assigned) <> 0 or sum(started) <> 0 or sum(finished) <> 0;
      return null;`;

/** Sums of assigned training of whole subtrees; changes wait in a queue that triggers fill (docs/decisions/0034). */
export const training: SchemaPart = {
  up: `
    create table training_change (
      id uuid primary key default uuidv7(),
      assignment_id uuid not null,
      organization_id uuid not null,
      at timestamptz not null,${counts}
    );
    create table training_day (
      organization_id uuid not null,
      assignment_id uuid not null,
      day date not null,${counts},
      primary key (organization_id, assignment_id, day)
    );
    create table training_sum (
      organization_id uuid not null,
      assignment_id uuid not null,
      day date not null,${counts},
      primary key (organization_id, assignment_id, day)
    );

    -- Relied on by apps/api/src/modules/reports/training.sql.ts, which empties training_change.
    create function note_new_training() returns trigger language plpgsql as $$
    begin ${note(events('came', ''))}
    end $$;
    -- Relied on by apps/api/src/modules/reports/training.sql.ts, like note_new_training: it empties training_change.
    create function note_changed_training() returns trigger language plpgsql as $$
    begin ${note(`${events('came', '')} union all ${events('gone', '-')}`)}
    end $$;
    -- Relied on by apps/api/src/modules/reports/training.sql.ts, like note_new_training: it empties training_change.
    create function note_gone_training() returns trigger language plpgsql as $$
    begin ${note(events('gone', '-'))}
    end $$;
    create trigger assignment_target_insert_training after insert on assignment_target
      referencing new table as came for each statement execute function note_new_training();
    create trigger assignment_target_update_training after update on assignment_target
      referencing new table as came old table as gone for each statement execute function note_changed_training();
    create trigger assignment_target_delete_training after delete on assignment_target
      referencing old table as gone for each statement execute function note_gone_training();
  `,
  down: `
    drop trigger assignment_target_delete_training on assignment_target;
    drop trigger assignment_target_update_training on assignment_target;
    drop trigger assignment_target_insert_training on assignment_target;
    drop function note_gone_training, note_changed_training, note_new_training;
    drop table training_sum, training_day, training_change;
  `,
};
