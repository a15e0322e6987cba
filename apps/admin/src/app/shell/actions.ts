import type { Permission } from '@dangxiao/domain';
import type { TextKey } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';

export interface ConsoleAction {
  id: string;
  label: TextKey;
  /** First letters of the Chinese label in pinyin; tools/texts/console-pages.test.ts holds them against it. */
  initials: string;
  /** All of them are needed. */
  permissions: readonly Permission[];
  /** Where the action begins; for an action on a person the person is asked for first. */
  begin: { to: string } | { withPerson: (personId: string) => string };
}

const creating = (path: string) => ({ to: `${path}?do=create` });

/** What can be begun from anywhere, the most frequent first. The pages take `do` from the address (`useAsked`). */
export const consoleActions: readonly ConsoleAction[] = [
  {
    id: 'assign',
    label: 'app.action.assign',
    initials: 'bzrw',
    permissions: ['assignments.write'],
    begin: creating(paths.assignments()),
  },
  {
    id: 'recognise',
    label: 'app.action.recognise',
    initials: 'rdxs',
    permissions: ['credits.recognise', 'people.read', 'records.read'],
    begin: { withPerson: (personId) => `${paths.person(personId, 'record')}&do=recognise` },
  },
  {
    id: 'createCourse',
    label: 'app.action.createCourse',
    initials: 'xjkc',
    permissions: ['courses.write'],
    begin: creating(paths.courses()),
  },
  {
    id: 'addPerson',
    label: 'app.action.addPerson',
    initials: 'tjry',
    permissions: ['people.write'],
    begin: creating(paths.people()),
  },
  {
    id: 'importPeople',
    label: 'app.action.importPeople',
    initials: 'pldrry',
    permissions: ['people.write'],
    begin: { to: paths.imports('people') },
  },
  {
    id: 'createOrganization',
    label: 'app.action.createOrganization',
    initials: 'xjxjzz',
    permissions: ['organizations.write'],
    begin: creating(paths.organizations()),
  },
  {
    id: 'importOrganizations',
    label: 'app.action.importOrganizations',
    initials: 'pldrzz',
    permissions: ['organizations.write', 'people.write'],
    begin: { to: paths.imports('organizations') },
  },
  {
    id: 'createQuestion',
    label: 'app.action.createQuestion',
    initials: 'xjtm',
    permissions: ['questions.write'],
    begin: creating(paths.questions()),
  },
  {
    id: 'uploadVideo',
    label: 'app.action.uploadVideo',
    initials: 'scsp',
    permissions: ['media.write'],
    begin: creating(paths.media()),
  },
];

/** The actions that the permissions open. */
export function allowedActions(may: (permission: Permission) => boolean): ConsoleAction[] {
  return consoleActions.filter(({ permissions }) => permissions.every(may));
}
