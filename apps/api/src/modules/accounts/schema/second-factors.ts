import type { SchemaPart } from '../../../database/schema/foundation.ts';

export const secondFactors: SchemaPart = {
  up: `
    create table second_factor (
      account_id uuid primary key references account,
      secret bytea,
      -- Shown and not yet confirmed.
      new_secret bytea,
      confirmed_at timestamptz,
      -- The time step of the last code that was used: neither it nor an earlier one works again.
      last_step bigint,
      check ((secret is null) = (confirmed_at is null))
    );
    create table recovery_code (
      id uuid primary key default uuidv7(),
      account_id uuid not null references account,
      code_hash bytea not null,
      used_at timestamptz,
      created_at timestamptz not null
    );
    create unique index recovery_code_hash on recovery_code (account_id, code_hash);
  `,
  down: `
    drop table recovery_code, second_factor;
  `,
};
