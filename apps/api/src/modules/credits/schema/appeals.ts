import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** What a learner says against an entry, and the decision. */
export const appeals: SchemaPart = {
  up: `
    create table credit_appeal (
      id uuid primary key default uuidv7(),
      person_id uuid not null references person,
      entry_id uuid not null references credit_entry,
      text text not null,
      created_at timestamptz not null,
      decision text not null default 'open' check (decision in ('open', 'upheld', 'rejected')),
      decision_reason text,
      decided_by uuid references account,
      decided_at timestamptz
    );
    create unique index credit_appeal_entry on credit_appeal (entry_id);
  `,
  down: `
    drop table credit_appeal;
  `,
};
