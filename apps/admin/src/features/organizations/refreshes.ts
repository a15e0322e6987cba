import { people } from '@dangxiao/contracts';

/** What is read again after the tree has changed. */
export const treeReads = [
  people.listOrganizations,
  people.getOrganization,
  people.searchOrganizations,
  people.getOrganizationHistory,
  people.listPeople,
];
