import type { Permission } from '@dangxiao/domain';
import type { TextKey } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';

export interface ConsolePage {
  /** The address is the page's name, also in what the device keeps about it. */
  to: string;
  label: TextKey;
  /** First letters of the Chinese label in pinyin; tools/texts/console-pages.test.ts holds them against it. */
  initials: string;
  /** Shows the page; a page without one is for every administrator. */
  permission?: Permission;
  /** The page is about the organization that is the scope. */
  scoped?: boolean;
  /** The page can show a past day. */
  dated?: boolean;
}

export type GroupId = 'overview' | 'study' | 'exams' | 'hours' | 'life' | 'community' | 'members' | 'system';

export interface PageGroup {
  id: GroupId;
  pages: readonly ConsolePage[];
}

const figures = { permission: 'records.read', scoped: true, dated: true } as const;
const training = { permission: 'assignments.read', scoped: true } as const;
const courses = { permission: 'courses.read', scoped: true } as const;
const people = { permission: 'people.read', scoped: true } as const;

/** The pages of the console by group, in the order of the rail. A group without pages is not shown. */
export const pageGroups: readonly PageGroup[] = [
  {
    id: 'overview',
    pages: [
      { to: paths.overview(), label: 'app.nav.overview', initials: 'gl', ...figures },
      { to: paths.standings(), label: 'dashboards.people', initials: 'rydbqk', ...figures },
      { to: paths.trainingFigures(), label: 'dashboards.training', initials: 'pxwcqk', ...figures },
    ],
  },
  {
    id: 'study',
    pages: [
      { to: paths.assignments(), label: 'app.nav.assignments', initials: 'pxrw', ...training },
      { to: paths.programmes(), label: 'assignments.tabs.programmes', initials: 'zt', ...training },
      { to: paths.audiences(), label: 'assignments.tabs.audiences', initials: 'ryfw', ...training },
      { to: paths.courses(), label: 'app.nav.courses', initials: 'kc', ...courses },
      { to: paths.media(), label: 'app.nav.media', initials: 'spk', ...courses },
    ],
  },
  {
    id: 'exams',
    pages: [
      { to: paths.exams(), label: 'app.nav.exams', initials: 'ks', permission: 'exams.write', scoped: true },
      { to: paths.questions(), label: 'app.nav.questions', initials: 'tk', permission: 'questions.read', scoped: true },
    ],
  },
  {
    id: 'hours',
    pages: [
      { to: paths.appeals(), label: 'app.nav.appeals', initials: 'ss', permission: 'records.read', scoped: true },
      { to: paths.policies(), label: 'app.nav.policies', initials: 'xsgz', permission: 'records.read' },
    ],
  },
  { id: 'life', pages: [] },
  {
    id: 'community',
    pages: [
      { to: paths.inbox(), label: 'inbox.title', initials: 'xx' },
      { to: paths.deliveries(), label: 'app.nav.deliveries', initials: 'tdjl', ...people },
    ],
  },
  {
    id: 'members',
    pages: [
      {
        to: paths.organizations(),
        label: 'app.nav.organizations',
        initials: 'zz',
        permission: 'organizations.read',
        scoped: true,
        dated: true,
      },
      { to: paths.people(), label: 'app.nav.people', initials: 'ry', ...people, dated: true },
      { to: paths.employers(), label: 'app.nav.employers', initials: 'dw', permission: 'organizations.read' },
      { to: paths.transfers(), label: 'app.nav.transfers', initials: 'zj', ...people },
      { to: paths.imports(), label: 'imports.title', initials: 'pldr', permission: 'people.write', scoped: true },
    ],
  },
  {
    id: 'system',
    pages: [
      {
        to: paths.settings(),
        label: 'app.nav.settings',
        initials: 'zzsz',
        permission: 'organizations.read',
        scoped: true,
      },
      { to: paths.security(), label: 'app.nav.security', initials: 'aq', ...people },
      { to: paths.exports(), label: 'app.nav.exports', initials: 'dc', permission: 'exports.create' },
      { to: paths.audit(), label: 'app.nav.audit', initials: 'sjrz', permission: 'audit.read', scoped: true },
    ],
  },
];
