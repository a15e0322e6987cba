import type { Texts } from '../zh/index.ts';

export const organizations: Texts['organizations'] = {
  create: 'New organization below',
  createBelow: 'New organization below "{{name}}"',
  created: '"{{name}}" was created',
  editThis: 'Edit this organization',
  editNamed: 'Edit "{{name}}"',
  summary: 'Code {{code}} · since {{since}} · people here: {{own}}, including below: {{all}}',
  childrenOf: 'Organizations below "{{name}}"',
  name: 'Name',
  nameHint:
    'The full name of the Party organization. A new name holds from now on; the past keeps the name of its time.',
  kind: 'Kind',
  code: 'Code',
  codeHint: 'Unique in the school; used by imports and other systems',
  children: 'Below it',
  members: 'People (all)',
  actions: 'Actions',
  none: 'Nothing below yet. New organizations appear here and in the tree on the left.',
  noneAllowed: 'A party group has no organizations below it.',
};
