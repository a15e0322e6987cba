import type { SchemaPart } from './foundation.ts';

/** Extensions, rights of the application's role (made by app-role.ts; it owns no table) and the trigger that keeps append-only tables so. */
export const guards: SchemaPart = {
  up: `
    create extension if not exists ltree;
    create extension if not exists pg_trgm;
    create extension if not exists btree_gist;

    grant usage on schema public to dangxiao_app;
    alter default privileges in schema public grant select, insert, update, delete on tables to dangxiao_app;
    alter default privileges in schema public grant usage on sequences to dangxiao_app;

    -- Relied on by apps/api/src/database/schema/guards.ts: \`appendOnly\` makes the triggers of each append-only table.
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'table % is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end $$;
  `,
  down: `
    drop function refuse_change();
    alter default privileges in schema public revoke all on tables from dangxiao_app;
    alter default privileges in schema public revoke all on sequences from dangxiao_app;
    revoke usage on schema public from dangxiao_app;
    drop extension btree_gist;
    drop extension pg_trgm;
    drop extension ltree;
  `,
};

/** Makes a table append-only: the database refuses every update, delete and truncate. */
export const appendOnly = (table: string) => `
  create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();
  create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function refuse_change();
  revoke update, delete on ${table} from dangxiao_app;
`;
