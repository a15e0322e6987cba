import type { SchemaPart } from '../../../database/schema/foundation.ts';
import { appendOnly } from '../../../database/schema/guards.ts';

/** The ledger: append-only, chained by person, exactly once by claim, anchored daily. */
export const ledger: SchemaPart = {
  up: `
    create table credit_policy (
      id uuid primary key default uuidv7(),
      version int not null unique,
      valid_from date not null unique,
      name text not null,
      body jsonb not null,
      created_by uuid references account,
      created_at timestamptz not null
    );
    ${appendOnly('credit_policy')}

    create table credit_chain (
      person_id uuid primary key references person,
      seq int not null,
      hash text not null
    );

    create table credit_entry (
      id uuid primary key default uuidv7(),
      person_id uuid not null references person,
      seq int not null,
      counter text not null check (counter in ('centralised', 'online')),
      hours numeric(8, 2) not null,
      effective_at timestamptz not null,
      year int not null,
      organization_id uuid not null references organization,
      source_kind text not null check (source_kind in ('lesson', 'exam', 'recognition', 'reversal')),
      source_id uuid not null,
      part int not null default 1,
      policy_version int not null references credit_policy (version),
      reverses_id uuid references credit_entry,
      evidence jsonb not null,
      recorded_by uuid references account,
      recorded_at timestamptz not null,
      hash_version int not null default 1,
      previous_hash text,
      hash text not null
    );
    create unique index credit_entry_chain on credit_entry (person_id, seq);
    create unique index credit_entry_reverses on credit_entry (reverses_id) where reverses_id is not null;
    create index credit_entry_year on credit_entry (person_id, year, counter) include (hours);
    create index credit_entry_files on credit_entry using gin ((evidence -> 'fileIds')) where source_kind = 'recognition';
    ${appendOnly('credit_entry')}

    -- What people wrote about an entry, outside its hash (which holds the text's own): it can be erased with a person, the entry cannot.
    create table credit_note (
      entry_id uuid primary key references credit_entry,
      title text,
      reason text not null
    );

    -- Unique among the un-reversed: a reversal frees the claim.
    create table credit_claim (
      person_id uuid not null references person,
      counter text not null,
      source_kind text not null,
      source_id uuid not null,
      part int not null,
      entry_id uuid not null references credit_entry,
      primary key (person_id, counter, source_kind, source_id, part)
    );

    create table credit_balance (
      person_id uuid not null references person,
      year int not null,
      counter text not null,
      hours numeric(8, 2) not null,
      primary key (person_id, year, counter)
    );

    create table credit_anchor (
      id uuid primary key default uuidv7(),
      day date not null unique,
      until timestamptz not null,
      entries bigint not null,
      heads_hash text not null,
      previous_signature text,
      signature text not null,
      created_at timestamptz not null
    );
    ${appendOnly('credit_anchor')}
  `,
  down: `
    drop table credit_anchor, credit_balance, credit_claim, credit_note, credit_entry, credit_chain, credit_policy;
  `,
};
