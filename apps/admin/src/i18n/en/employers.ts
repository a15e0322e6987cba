import type { Texts } from '../zh/index.ts';

export const employers: Texts['employers'] = {
  title: 'Employers',
  subtitle:
    'Where organizations and people work, shared by the whole school. For sorting and searching only: employers change neither access nor requirements.',
  create: 'New employer',
  created: '"{{name}}" was added',
  editNamed: 'Edit "{{name}}"',
  name: 'Name of the employer',
  nameHint: 'The full name. After a change everybody who belongs to it shows the new one.',
  code: 'Employer code',
  codeHint: 'Unique in the school; imports refer to it',
  parent: 'Employer above',
  noParent: 'No employer above',
  organizations: 'Organizations',
  people: 'People',
  peopleOf: 'Show the {{count}} people of "{{name}}"',
  search: 'Find by name, pinyin initials or code',
  none: 'There are no employers yet. Once added, they can be chosen for organizations and people.',
  nothing: 'No employer matches',
  remove: 'Remove',
  removeNamed: 'Remove "{{name}}"',
  removeTitle: 'Remove the employer "{{name}}"?',
  removeConsequence:
    'Not possible while organizations, people or other employers belong to it. It cannot be brought back.',
  removed: '"{{name}}" was removed',
  employer: 'Employer',
  ofOrganization: '{{name}} (as the organization)',
  likeOrganization: 'As the organization',
  unset: 'None',
  organizationHint: 'People of this organization belong to it, unless their own profile says otherwise.',
  any: 'All employers',
};
