import { affiliations } from './affiliations.ts';
import { organizations } from './organizations.ts';
import { persons } from './persons.ts';

export * from './people-kinds.ts';
export { organizationView } from './organizations.ts';
export { personRow } from './persons.ts';

/** Organizations, people and what changes between them. */
export const people = { ...organizations, ...persons, ...affiliations };
