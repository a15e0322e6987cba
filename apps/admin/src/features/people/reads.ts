import { people } from '@dangxiao/contracts';

/** What is read again after something about a person has changed. */
export const personReads = [
  people.getPerson,
  people.listPeople,
  people.listTransfers,
  people.listDuplicates,
  people.listOrganizations,
  people.getOrganization,
];
