import type { SchemaPart } from '../../../database/schema/foundation.ts';

const sums = `sum(sign * (released_at is null)::int) as assigned,
          sum(sign * (released_at is null and started_at is not null)::int) as started,
          sum(sign * (released_at is null and finished_at is not null)::int) as finished`;
const tally = (rows: string) => `
        insert into assignment_tally (assignment_id, assigned, started, finished)
        select * from (select assignment_id, ${sums} from (${rows}) every group by assignment_id) d
        where (d.assigned, d.started, d.finished) <> (0, 0, 0);`;

/** Counts of assignments that cost nothing to read (docs/decisions/0032). */
export const tallies: SchemaPart = {
  up: `
    -- By how much the open targets of an assignment changed with a statement; the sum is how many there are. Rows are only added, so that no
    -- statement waits for another, and summed up now and then.
    create table assignment_tally (
      id uuid primary key default uuidv7(),
      assignment_id uuid not null references assignment,
      assigned int not null,
      started int not null,
      finished int not null
    );
    create index assignment_tally_assignment on assignment_tally (assignment_id);

    -- Relied on by apps/api/src/modules/assignments/tallies.ts, which sums the rows up.
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
  `,
  down: `
    drop trigger assignment_target_removed on assignment_target;
    drop trigger assignment_target_changed on assignment_target;
    drop trigger assignment_target_added on assignment_target;
    drop function note_tally;
    drop table assignment_tally;
  `,
};
