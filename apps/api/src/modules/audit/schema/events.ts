import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** What administrators did, with the values before and after. */
export const events: SchemaPart = {
  up: `
    create table audit_event (
      id uuid primary key default uuidv7(),
      at timestamptz not null,
      actor_account_id uuid,
      actor_name text not null,
      action text not null,
      object_type text not null,
      object_id text,
      object_name text,
      organization_id uuid,
      address text not null,
      user_agent text not null default '',
      before jsonb,
      after jsonb
    );
    create index audit_event_at on audit_event (at desc, id desc);
    create index audit_event_organization on audit_event (organization_id, at desc);
  `,
  down: `
    drop table audit_event;
  `,
};
