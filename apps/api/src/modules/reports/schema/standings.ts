import type { SchemaPart } from '../../../database/schema/foundation.ts';

const figures = `
      people int not null,
      owing int not null,
      attained int not null,
      active int not null,
      centralised numeric(14, 2) not null,
      online numeric(14, 2) not null`;
const covered = 'owes, attained, missing, person_id';

/** The worker counts again every person whose rows a statement wrote. */
const noted = (table: string, events: readonly ('insert' | 'update' | 'delete')[]) =>
  events
    .map(
      (event) => `
    create trigger ${table}_${event}_standing after ${event} on ${table}
      referencing ${event === 'delete' ? 'old' : 'new'} table as touched for each statement execute function note_standing();`,
    )
    .join('');

/** How everybody stood on any day, and the sums of whole subtrees. Derived: any row can be made again (docs/decisions/0025, 0034). */
export const standings: SchemaPart = {
  up: `
    -- How a person stood from a day (included) to another (not included), by the knowledge at the end of each of these days. Derived from
    -- membership, exemption, credit_entry and credit_policy alone.
    create table standing (
      person_id uuid not null,
      from_day date not null,
      to_day date not null check (to_day > from_day),
      organization_id uuid not null,
      owes boolean not null,
      attained boolean not null,
      centralised numeric(8, 2) not null,
      online numeric(8, 2) not null,
      missing numeric(8, 2) not null,
      primary key (person_id, from_day)
    );
    -- A standing begins and ends within one year. A list of a day looks through the year's rows before it or after it, whichever are fewer, without
    -- the table.
    create index standing_from on standing (organization_id, from_day) include (to_day, ${covered});
    create index standing_to on standing (organization_id, to_day) include (from_day, ${covered});
    -- Who is furthest behind in the whole school, in order and without the table: the year's standings from the most hours missing down.
    create index standing_furthest on standing ((extract(year from from_day)), (-missing), person_id)
      include (missing, from_day, to_day) where owes and not attained;

    -- Until which year every 1 January is in the standings.
    create table standing_horizon (
      id boolean primary key default true check (id),
      year int not null
    );

    -- On which days a person had studied within the last seven.
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

    create table standing_dirty (
      id uuid primary key default uuidv7(),
      person_id uuid not null
    );
    -- Relied on by apps/api/src/modules/reports/steps.ts, which empties standing_dirty.
    create function note_standing() returns trigger language plpgsql as $$
    begin
      insert into standing_dirty (person_id) select distinct person_id from touched;
      return null;
    end $$;${noted('membership', ['insert', 'update', 'delete'])}${noted('exemption', ['insert', 'update', 'delete'])}${noted('credit_entry', ['insert'])}

    -- Relied on by apps/api/src/modules/reports/steps.ts, which empties standing_dirty.
    create function note_all_standings() returns trigger language plpgsql as $$
    begin
      insert into standing_dirty (person_id) select id from person order by current_organization_id;
      return null;
    end $$;
    create trigger credit_policy_standing after insert on credit_policy for each statement execute function note_all_standings();

    -- Relied on by apps/api/src/modules/reports/steps.ts, which empties standing_dirty.
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
  `,
  down: `
    drop trigger attempt_insert_standing on attempt;
    drop trigger playback_lease_insert_played on playback_lease;
    drop trigger playback_lease_played on playback_lease;
    drop trigger credit_policy_standing on credit_policy;
    drop trigger credit_entry_insert_standing on credit_entry;
    drop trigger exemption_delete_standing on exemption;
    drop trigger exemption_update_standing on exemption;
    drop trigger exemption_insert_standing on exemption;
    drop trigger membership_delete_standing on membership;
    drop trigger membership_update_standing on membership;
    drop trigger membership_insert_standing on membership;
    drop function note_standing_of, note_all_standings, note_standing;
    drop table standing_dirty, standing_sum, standing_day, activity, standing_horizon, standing;
  `,
};
