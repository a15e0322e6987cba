import type { SchemaPart } from '../../../database/schema/foundation.ts';
import { checked, recipient } from './recipient.ts';

/**
 * Emails (e-mail). An email waits, gathers what comes meanwhile, and is sent at least once with one Message-ID; each attempt is written down
 * before it is made (docs/decisions/0033). `organization_id`: whose administrators see it in the log.
 */
export const emails: SchemaPart = {
  up: `
    create table email (${recipient},
      id uuid primary key default uuidv7(),
      organization_id uuid not null references organization,
      kind text not null check (kind in ('notices', 'confirmation')),
      state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'repeated', 'refused', 'given_up', 'dropped')),
      message_id text not null,
      masked_address text,
      due_at timestamptz not null,
      attempts int not null default 0,
      unanswered int not null default 0,
      held_until timestamptz,
      created_at timestamptz not null,
      ended_at timestamptz,${checked('email')}
    ) with (fillfactor = 80);
    create unique index email_message_id on email (message_id);
    create unique index email_open on email (recipient_id) where kind = 'notices' and state = 'waiting' and attempts = 0;
    create index email_due on email (due_at) where state in ('waiting', 'sending');
    create index email_organization on email (organization_id, created_at desc);

    create table email_delivery (
      email_id uuid not null references email,
      number int not null,
      started_at timestamptz not null,
      ended_at timestamptz,
      outcome text check (outcome in ('accepted', 'refused', 'put_off', 'unreachable', 'unanswered')),
      answer text,
      primary key (email_id, number),
      check ((ended_at is null) = (outcome is null))
    );

    -- Emails go to a confirmed address only; the link that confirms is in the email confirmation_email_id.
    create table email_address (${recipient},
      cipher bytea not null,
      hash bytea not null,
      masked text not null,
      confirmation_email_id uuid references email,
      confirmed_at timestamptz,
      entered_at timestamptz not null,
      primary key (recipient_id),${checked('email_address')}
    );
    create index email_address_email on email_address (confirmation_email_id);
  `,
  down: `
    drop table email_address, email_delivery, email;
  `,
};
