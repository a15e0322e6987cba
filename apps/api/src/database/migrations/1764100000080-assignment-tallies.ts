import type { MigrationInterface, QueryRunner } from 'typeorm';

const sums = `sum(sign * (released_at is null)::int) as assigned,
        sum(sign * (released_at is null and started_at is not null)::int) as started,
        sum(sign * (released_at is null and finished_at is not null)::int) as finished`;
const tally = (rows: string) => `
      insert into assignment_tally (assignment_id, assigned, started, finished)
      select * from (select assignment_id, ${sums} from (${rows}) every group by assignment_id) d
      where (d.assigned, d.started, d.finished) <> (0, 0, 0);`;

const up = `
  -- By how much the open targets of an assignment changed with a statement; the sum is how many there are. Rows are only added, so that nobody
  -- waits for anybody, and summed up now and then.
  create table assignment_tally (
    id uuid primary key default uuidv7(),
    assignment_id uuid not null references assignment,
    assigned int not null,
    started int not null,
    finished int not null
  );
  create index assignment_tally_assignment on assignment_tally (assignment_id);
  insert into assignment_tally (assignment_id, assigned, started, finished)
    select assignment_id, count(*), count(started_at), count(finished_at) from assignment_target where released_at is null group by 1;

  create function note_tally() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then${tally('select *, 1 as sign from added')}
    elsif tg_op = 'UPDATE' then${tally('select *, 1 as sign from added union all select *, -1 from removed')}
    else${tally('select *, -1 as sign from removed')}
    end if;
    return null;
  end $$;
  create trigger assignment_target_added after insert on assignment_target referencing new table as added
    for each statement execute function note_tally();
  create trigger assignment_target_changed after update on assignment_target referencing new table as added old table as removed
    for each statement execute function note_tally();
  create trigger assignment_target_removed after delete on assignment_target referencing old table as removed
    for each statement execute function note_tally();

  -- who was released, for lists as of a past day
  create index assignment_target_released on assignment_target (assignment_id, person_id) where released_at is not null;

  -- null: the person's place in audiences; else a course that they study: only what asks for it is looked at again
  alter table audience_change add column course_id uuid;
  create or replace function note_study() returns trigger language plpgsql as $$
  begin
    insert into audience_change (person_id, course_id) values (new.person_id, new.course_id);
    return null;
  end $$;

  -- only what rules ask for
  create function note_changed_people() returns trigger language plpgsql as $$
  begin
    insert into audience_change (person_id)
    select now.id from added now join removed before on before.id = now.id
    where (now.current_organization_id, now.current_kind, now.current_position, now.exempt, now.deactivated_at)
      is distinct from (before.current_organization_id, before.current_kind, before.current_position, before.exempt, before.deactivated_at);
    return null;
  end $$;
  drop trigger person_changed_in_audience on person;
  create trigger person_changed_in_audience after update on person referencing new table as added old table as removed
    for each statement execute function note_changed_people();
`;

const down = `
  drop trigger person_changed_in_audience on person;
  create trigger person_changed_in_audience after update on person referencing new table as touched
    for each statement execute function note_people();
  drop function note_changed_people;
  create or replace function note_study() returns trigger language plpgsql as $$
  begin
    insert into audience_change (person_id) values (new.person_id);
    return null;
  end $$;
  alter table audience_change drop column course_id;
  drop index assignment_target_released;
  drop trigger assignment_target_removed on assignment_target;
  drop trigger assignment_target_changed on assignment_target;
  drop trigger assignment_target_added on assignment_target;
  drop function note_tally;
  drop table assignment_tally;
`;

/** Counts of assignments that cost nothing to read, and changes of people that say what changed. */
export class AssignmentTallies1764100000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
