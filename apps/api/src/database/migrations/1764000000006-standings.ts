import type { MigrationInterface, QueryRunner } from 'typeorm';

const figures = `
    people int not null,
    owing int not null,
    attained int not null,
    centralised numeric(14, 2) not null,
    online numeric(14, 2) not null,`;

/** Everybody whose rows a statement wrote is counted again. */
const noted = (table: string, events: readonly ('insert' | 'update' | 'delete')[]) =>
  events
    .map(
      (event) => `
  create trigger ${table}_${event}_standing after ${event} on ${table}
    referencing ${event === 'delete' ? 'old' : 'new'} table as touched for each statement execute function note_standing();`,
    )
    .join('');

const up = `
  -- How somebody stood from a day (included) to another (not included), by what was known at the end of each of these days. Derived from
  -- membership, exemption, credit_entry and credit_policy alone (docs/decisions/0025): any row can be made again.
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
  create index standing_organization on standing (organization_id, to_day, from_day);

  -- By how much the figures of an organization's own people changed on a day; the sum up to a day is how they stood at its end.
  create table standing_day (
    day date not null,
    organization_id uuid not null,${figures}
    primary key (day, organization_id)
  );
  -- The sums up to four days of each month, so that no question adds up more than nine days.
  create table standing_checkpoint (
    day date not null,
    organization_id uuid not null,${figures}
    primary key (day, organization_id)
  );
  create table standing_checkpoint_day (day date primary key);
  -- Until which year every 1 January is in the standings.
  create table standing_horizon (
    id boolean primary key default true check (id),
    year int not null
  );

  create table standing_dirty (
    id uuid primary key default uuidv7(),
    person_id uuid not null
  );
  create function note_standing() returns trigger language plpgsql as $$
  begin
    insert into standing_dirty (person_id) select distinct person_id from touched;
    return null;
  end $$;${noted('membership', ['insert', 'update', 'delete'])}${noted('exemption', ['insert', 'update', 'delete'])}${noted('credit_entry', ['insert'])}
  create function note_all_standings() returns trigger language plpgsql as $$
  begin
    insert into standing_dirty (person_id) select id from person order by current_organization_id;
    return null;
  end $$;
  create trigger credit_policy_standing after insert on credit_policy for each statement execute function note_all_standings();

  insert into standing_dirty (person_id) select id from person order by current_organization_id;
`;

const down = `
  drop trigger credit_policy_standing on credit_policy;
  drop trigger credit_entry_insert_standing on credit_entry;
  drop trigger exemption_insert_standing on exemption;
  drop trigger exemption_update_standing on exemption;
  drop trigger exemption_delete_standing on exemption;
  drop trigger membership_insert_standing on membership;
  drop trigger membership_update_standing on membership;
  drop trigger membership_delete_standing on membership;
  drop function note_all_standings;
  drop function note_standing;
  drop table standing_dirty;
  drop table standing_horizon;
  drop table standing_checkpoint_day;
  drop table standing_checkpoint;
  drop table standing_day;
  drop table standing;
`;

/** How everybody stood on any day, and the sums by organization. */
export class Standings1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
