import type { SchemaPart } from '../../../database/schema/foundation.ts';

/** The one school of this database. */
export const school: SchemaPart = {
  up: `
    create table school (
      id boolean primary key default true check (id),
      name text not null,
      root_organization_id uuid not null,
      demo boolean not null default false,
      created_at timestamptz not null,
      constraint school_root foreign key (root_organization_id) references organization
    );
  `,
  down: `
    drop table school;
  `,
};
