import type { MigrationInterface, QueryRunner } from 'typeorm';

const figures = `
    people int not null,
    owing int not null,
    attained int not null,
    active int not null,
    centralised numeric(14, 2) not null,
    online numeric(14, 2) not null`;
const training = `
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

const up = `
  -- Sums by organization now hold the whole subtree, as it stood on each day; they are derived (docs/decisions/0034).
  drop table standing_checkpoint, standing_checkpoint_day, standing_day;
  truncate standing, standing_dirty;

  -- Which organization stood below which (itself among them), from a day (included) to another (not included), by what was known at the end of
  -- each of these days.
  create table organization_below (
    organization_id uuid not null,
    ancestor_id uuid not null,
    from_day date not null,
    to_day date not null check (to_day > from_day),
    primary key (organization_id, ancestor_id, from_day)
  );
  create index organization_below_ancestor on organization_below (ancestor_id, to_day, from_day) include (organization_id);
  create table organization_dirty (
    id uuid primary key default uuidv7(),
    organization_id uuid not null
  );

  -- On which days somebody had studied within the last seven.
  create table activity (
    person_id uuid not null,
    from_day date not null,
    to_day date not null check (to_day > from_day),
    organization_id uuid not null,
    primary key (person_id, from_day)
  );

  -- By how much the figures of an organization's own people changed on a day.
  create table standing_day (
    organization_id uuid not null,
    day date not null,${figures},
    primary key (organization_id, day)
  );
  -- How the figures of an organization with everything below it stood from a day on, until the next row.
  create table standing_sum (
    organization_id uuid not null,
    day date not null,${figures},
    primary key (organization_id, day)
  );
  create index standing_day_of on standing (to_day, from_day) include (organization_id, owes, attained, missing, person_id);

  -- The same of assigned training; changes wait in a queue that triggers fill.
  create table training_change (
    id uuid primary key default uuidv7(),
    assignment_id uuid not null,
    organization_id uuid not null,
    at timestamptz not null,${training}
  );
  create table training_day (
    organization_id uuid not null,
    assignment_id uuid not null,
    day date not null,${training},
    primary key (organization_id, assignment_id, day)
  );
  create table training_sum (
    organization_id uuid not null,
    assignment_id uuid not null,
    day date not null,${training},
    primary key (organization_id, assignment_id, day)
  );

  create function note_organizations() returns trigger language plpgsql as $$
  begin
    insert into organization_dirty (organization_id) select distinct organization_id from touched;
    return null;
  end $$;
  create trigger organization_version_insert_below after insert on organization_version
    referencing new table as touched for each statement execute function note_organizations();
  create trigger organization_version_update_below after update on organization_version
    referencing new table as touched for each statement execute function note_organizations();
  create trigger organization_version_delete_below after delete on organization_version
    referencing old table as touched for each statement execute function note_organizations();

  create function note_standing_of() returns trigger language plpgsql as $$
  begin
    insert into standing_dirty (person_id) values (new.person_id);
    return null;
  end $$;
  -- Once a lecture, not once a heartbeat.
  create trigger playback_lease_played after update on playback_lease
    for each row when (old.seq = 0 and new.seq > 0) execute function note_standing_of();
  create trigger playback_lease_insert_played after insert on playback_lease
    for each row when (new.seq > 0) execute function note_standing_of();
  create trigger attempt_insert_standing after insert on attempt for each row execute function note_standing_of();

  create function note_new_training() returns trigger language plpgsql as $$
  begin ${note(events('came', ''))}
  end $$;
  create function note_changed_training() returns trigger language plpgsql as $$
  begin ${note(`${events('came', '')} union all ${events('gone', '-')}`)}
  end $$;
  create function note_gone_training() returns trigger language plpgsql as $$
  begin ${note(events('gone', '-'))}
  end $$;
  create trigger assignment_target_insert_training after insert on assignment_target
    referencing new table as came for each statement execute function note_new_training();
  create trigger assignment_target_update_training after update on assignment_target
    referencing new table as came old table as gone for each statement execute function note_changed_training();
  create trigger assignment_target_delete_training after delete on assignment_target
    referencing old table as gone for each statement execute function note_gone_training();

  insert into organization_dirty (organization_id) select id from organization;
  insert into standing_dirty (person_id) select id from person order by current_organization_id;
  insert into training_change (assignment_id, organization_id, at, assigned, started, finished)
  select assignment_id, organization_id, at, sum(assigned), sum(started), sum(finished) from (${events('assignment_target', '')}) every group by 1, 2, 3;
`;

const before = `
    people int not null,
    owing int not null,
    attained int not null,
    centralised numeric(14, 2) not null,
    online numeric(14, 2) not null,
    primary key (day, organization_id)`;

const down = `
  drop trigger assignment_target_delete_training on assignment_target;
  drop trigger assignment_target_update_training on assignment_target;
  drop trigger assignment_target_insert_training on assignment_target;
  drop trigger attempt_insert_standing on attempt;
  drop trigger playback_lease_insert_played on playback_lease;
  drop trigger playback_lease_played on playback_lease;
  drop trigger organization_version_delete_below on organization_version;
  drop trigger organization_version_update_below on organization_version;
  drop trigger organization_version_insert_below on organization_version;
  drop function note_gone_training;
  drop function note_changed_training;
  drop function note_new_training;
  drop function note_standing_of;
  drop function note_organizations;
  drop table training_sum, training_day, training_change, standing_sum, standing_day, activity, organization_dirty, organization_below;
  drop index standing_day_of;
  create table standing_day (day date not null, organization_id uuid not null,${before});
  create table standing_checkpoint (day date not null, organization_id uuid not null,${before});
  create table standing_checkpoint_day (day date primary key);
  truncate standing, standing_dirty;
  insert into standing_dirty (person_id) select id from person order by current_organization_id;
`;

/** Sums of whole subtrees as of any day: of standings, of activity, and of assigned training. */
export class Dashboards1764100000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
