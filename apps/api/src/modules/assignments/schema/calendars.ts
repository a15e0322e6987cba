import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** Addresses under which a calendar program reads a person's deadlines. */
export const calendars: SchemaPart = {
  up: `
    create table calendar_feed (
      id uuid primary key default uuidv7(),
      person_id uuid not null references person,
      token_hash bytea not null,
      created_at timestamptz not null,
      read_at timestamptz,
      revoked_at timestamptz
    );
    create unique index calendar_feed_token on calendar_feed (token_hash);
    create unique index calendar_feed_person on calendar_feed (person_id) where revoked_at is null;
  `,
  down: `
    drop table calendar_feed;
  `,
};
