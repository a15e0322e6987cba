import { affiliations } from './affiliations.ts';
import { employers } from './employers.ts';
import { settings } from './organization-settings.ts';
import { imports } from '../imports/index.ts';
import { organizations } from './organizations.ts';
import { persons } from './persons.ts';

export * from './people-kinds.ts';
export { organizationSettings } from './organization-settings.ts';
export { importAction, importColumn, importKind, importState, type ImportState } from '../imports/index.ts';
export { organizationView } from './organizations.ts';
export { personRow } from './persons.ts';

/** Organizations, people and what changes between them. */
export const people = { ...organizations, ...persons, ...affiliations, ...employers, ...settings, ...imports };
