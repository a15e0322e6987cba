import type { SchemaPart } from '../../../database/schema/foundation.ts';
import { appendOnly } from '../../../database/schema/guards.ts';

/** Papers point to versions, which never change. */
export const questions: SchemaPart = {
  up: `
    create table question (
      id uuid primary key default uuidv7(),
      organization_id uuid not null references organization,
      current_version_id uuid,
      archived_at timestamptz,
      revision int not null default 1,
      updated_at timestamptz not null,
      created_at timestamptz not null
    );
    create index question_organization on question (organization_id, updated_at desc);

    create table question_version (
      id uuid primary key default uuidv7(),
      question_id uuid not null references question,
      number int not null,
      kind text not null check (kind in ('single', 'multiple', 'true_false')),
      text text not null,
      options jsonb not null,
      correct text[] not null,
      explanation text not null,
      created_by uuid references account,
      created_at timestamptz not null
    );
    create unique index question_version_number on question_version (question_id, number);
    alter table question add constraint question_current foreign key (current_version_id) references question_version;
    ${appendOnly('question_version')}
  `,
  down: `
    alter table question drop constraint question_current;
    drop table question_version, question;
  `,
};
