import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** The trigger of one event that notes the organizations of the rows that a statement wrote. */
const noted = (event: 'insert' | 'update' | 'delete') => `
    create trigger organization_version_${event}_below after ${event} on organization_version
      referencing ${event === 'delete' ? 'old' : 'new'} table as touched for each statement execute function note_organizations();`;

/** Who stood below whom on any day (docs/decisions/0034). */
export const tree: SchemaPart = {
  up: `
    -- Which organization stood below which (itself among them), from a day (included) to another (not included), by the knowledge at the end of
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

    -- Relied on by apps/api/src/modules/reports/tree.sql.ts, which empties organization_dirty.
    create function note_organizations() returns trigger language plpgsql as $$
    begin
      insert into organization_dirty (organization_id) select distinct organization_id from touched;
      return null;
    end $$;${noted('insert')}${noted('update')}${noted('delete')}
  `,
  down: `
    drop trigger organization_version_delete_below on organization_version;
    drop trigger organization_version_update_below on organization_version;
    drop trigger organization_version_insert_below on organization_version;
    drop function note_organizations;
    drop table organization_dirty, organization_below;
  `,
};
