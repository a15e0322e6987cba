import type { Sql } from '../../database/sql.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Scope } from '../../http/scope.ts';

interface Person {
  name: string;
  organizationId: string;
  deactivated: boolean;
}

/**
 * Whose address it is, inside the actor's subtrees.
 * @throws ApiError person_not_found, also for a person who exists elsewhere
 */
export async function personOf(
  sql: Sql,
  scope: Scope<'people.read' | 'people.write'>,
  personId: string,
): Promise<Person> {
  const params: unknown[] = [personId];
  const row = await sql.one<Person>(
    `select p.name, o.id as "organizationId", p.deactivated_at is not null as deactivated
     from person p join organization o on o.id = p.current_organization_id
     where p.id = $1 and ${scope.sql('o.path', params)}`,
    params,
  );
  if (!row) throw new ApiError('person_not_found');
  return row;
}

/** A person as a reader of emails. */
export const readerFor = (personId: string) => ({ recipientId: personId, personId, accountId: null });
