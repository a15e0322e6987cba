/** To whom: a person, or an account without a person; `recipient_id` is the one that is set and leads the keys. */
export const recipient = `
      recipient_id uuid not null,
      person_id uuid references person,
      account_id uuid references account`;

export const checked = (table: string) => `
      constraint ${table}_recipient check (num_nonnulls(person_id, account_id) = 1 and recipient_id = coalesce(person_id, account_id))`;
