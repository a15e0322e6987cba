import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To whom: a person, or an account that stands for nobody; `recipient_id` is the one that is set and leads the keys. */
const recipient = `
      recipient_id uuid not null,
      person_id uuid references person,
      account_id uuid references account`;
const checked = (table: string) => `
      constraint ${table}_recipient check (num_nonnulls(person_id, account_id) = 1 and recipient_id = coalesce(person_id, account_id))`;

/**
 * Messages: the inbox, and emails (e-mail) that carry them. An email waits, gathers what comes meanwhile, and is sent at least once with one
 * Message-ID; each attempt is written down before it is made (docs/decisions/0033). `organization_id`: whose administrators see it in the log.
 */
const up = `
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

  create table notice_choice (${recipient},
    language text not null check (language in ('zh-CN', 'en')),
    no_email text[] not null default '{}',
    quiet_from text,
    quiet_to text,
    updated_at timestamptz not null,
    primary key (recipient_id),
    check ((quiet_from is null) = (quiet_to is null)),${checked('notice_choice')}
  );

  -- One step of the reminders of an assignment, for one deadline: whoever goes through its people writes the place reached with each batch.
  create table reminder_run (
    assignment_id uuid not null references assignment,
    step text not null,
    deadline timestamptz not null,
    step_at timestamptz not null,
    after_change uuid not null,
    place uuid,
    told int not null default 0,
    created_at timestamptz not null,
    finished_at timestamptz,
    primary key (assignment_id, step, deadline)
  );
  create index reminder_run_open on reminder_run (step_at) where finished_at is null;
`;

const down = `
  drop table reminder_run;
  drop table notice_choice;
  drop table email_address;
  drop table notice;
  drop table email_delivery;
  drop table email;
`;

/** The inbox, e-mail with its delivery log, and reminders. */
export class Notices1764100000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
