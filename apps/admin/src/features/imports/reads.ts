import { people, type ResponseOf } from '@dangxiao/contracts';

export type Import = ResponseOf<typeof people.getImport>;
export type Listed = ResponseOf<typeof people.listImports>['items'][number];
export type Row = ResponseOf<typeof people.listImportRows>['items'][number];

/** What is read again after something about an import has changed. */
export const importReads = [people.getImport, people.listImportRows, people.listImports];

/** What an import or its undoing changes all over the console. */
export const schoolReads = [
  people.listPeople,
  people.getPerson,
  people.listOrganizations,
  people.getOrganization,
  people.searchOrganizations,
];

/** While a job works on it. */
export const isWorking = ({ state }: Pick<Import, 'state'>) =>
  state === 'reading' || state === 'checking' || state === 'committing' || state === 'undoing';

export const stateColours = {
  reading: 'processing',
  checking: 'processing',
  checked: 'orange',
  rejected: 'red',
  committing: 'processing',
  committed: 'green',
  undoing: 'processing',
  undone: 'default',
  discarded: 'default',
} as const;
