import type { SchemaPart } from '../../../database/schema/foundation.ts';
import { appendOnly } from '../../../database/schema/guards.ts';

/** Paths of courses; assignments point to their versions, which never change. */
export const programmes: SchemaPart = {
  up: `
    create table programme (
      id uuid primary key default uuidv7(),
      organization_id uuid not null references organization,
      title text not null,
      summary text not null default '',
      current_version_id uuid,
      archived_at timestamptz,
      revision int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index programme_organization on programme (organization_id, updated_at desc);

    create table programme_version (
      id uuid primary key default uuidv7(),
      programme_id uuid not null references programme,
      number int not null,
      created_by uuid references account,
      created_at timestamptz not null
    );
    create unique index programme_version_number on programme_version (programme_id, number);
    alter table programme add constraint programme_current foreign key (current_version_id) references programme_version;
    ${appendOnly('programme_version')}

    -- needs_previous: opens when every course before it in the path is completed
    create table programme_item (
      programme_version_id uuid not null references programme_version,
      ordinal int not null,
      course_id uuid not null references course,
      needs_previous boolean not null,
      primary key (programme_version_id, ordinal)
    );
    create unique index programme_item_course on programme_item (programme_version_id, course_id);
    ${appendOnly('programme_item')}
  `,
  down: `
    alter table programme drop constraint programme_current;
    drop table programme_item, programme_version, programme;
  `,
};
