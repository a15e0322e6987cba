import type { SchemaPart } from '../../../database/schema/foundation.ts';

const dated = `
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      recorded_at timestamptz not null,
      superseded_at timestamptz`;

/** What a person is for a time: a leader, a guest of another organization, exempt. */
export const terms: SchemaPart = {
  up: `
    create table leader_term (
      id uuid primary key default uuidv7(),
      organization_id uuid not null references organization,
      person_id uuid not null references person,
      position text not null check (position in ('secretary', 'deputy_secretary', 'organization_member', 'publicity_member',
        'discipline_member', 'committee_member', 'group_leader')),${dated}
    );
    create index leader_term_organization on leader_term (organization_id, valid_from);
    create index leader_term_person on leader_term (person_id, valid_from);

    create table floating_term (
      id uuid primary key default uuidv7(),
      person_id uuid not null references person,
      host_organization_id uuid not null references organization,
      reason text not null,${dated},
      constraint floating_term_one_at_a_time exclude using gist
        (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
    );
    create index floating_term_person on floating_term (person_id, valid_from);
    create index floating_term_host on floating_term (host_organization_id, valid_from);

    create table exemption (
      id uuid primary key default uuidv7(),
      person_id uuid not null references person,
      kind text not null check (kind in ('aged', 'ill', 'disabled')),
      reason text not null,${dated},
      constraint exemption_one_at_a_time exclude using gist
        (person_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
    );
    create index exemption_person on exemption (person_id, valid_from);
  `,
  down: `
    drop table exemption, floating_term, leader_term;
  `,
};
