import type { SchemaPart } from '../../../database/schema/foundation.ts';
import { checked, recipient } from './recipient.ts';

/** Messages in the inbox; `email_id` carries one by e-mail. `organization_id`: whose administrators see it in the log. */
export const inbox: SchemaPart = {
  up: `
    create table notice (${recipient},
      id uuid not null default uuidv7(),
      organization_id uuid not null references organization,
      code text not null,
      params jsonb not null,
      dedupe_key text not null,
      email_id uuid references email,
      created_at timestamptz not null,
      read_at timestamptz,
      primary key (recipient_id, id),${checked('notice')}
    );
    create unique index notice_once on notice (recipient_id, dedupe_key);
    create index notice_unread on notice (recipient_id) where read_at is null;
    create index notice_organization on notice (organization_id, created_at desc, id desc);
    create index notice_email on notice (email_id) where email_id is not null;

    create table notice_choice (${recipient},
      language text not null check (language in ('zh-CN', 'en')),
      no_email text[] not null default '{}',
      quiet_from text,
      quiet_to text,
      updated_at timestamptz not null,
      primary key (recipient_id),
      check ((quiet_from is null) = (quiet_to is null)),${checked('notice_choice')}
    );
  `,
  down: `
    drop table notice_choice, notice;
  `,
};
