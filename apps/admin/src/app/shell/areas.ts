import {
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  DashboardOutlined,
  DownloadOutlined,
  FileDoneOutlined,
  MailOutlined,
  MessageOutlined,
  PlaySquareOutlined,
  QuestionCircleOutlined,
  ReadOutlined,
  ScheduleOutlined,
  SettingOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { Permission } from '@dangxiao/domain';
import type { ComponentType } from 'react';
import type { TextKey } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';

interface Area {
  to: string;
  label: TextKey;
  Icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  /** Who sees it. */
  permission: Permission;
}

interface AreaGroup {
  /** The overview stands alone, above the groups. */
  label?: TextKey;
  areas: readonly Area[];
}

/** The areas of the console in the order of the navigation, by what they are about. */
export const areaGroups: readonly AreaGroup[] = [
  {
    areas: [{ to: paths.overview(), label: 'app.nav.overview', Icon: DashboardOutlined, permission: 'records.read' }],
  },
  {
    label: 'app.nav.group.study',
    areas: [
      { to: paths.assignments(), label: 'app.nav.assignments', Icon: ScheduleOutlined, permission: 'assignments.read' },
      { to: paths.courses(), label: 'app.nav.courses', Icon: ReadOutlined, permission: 'courses.read' },
      { to: paths.media(), label: 'app.nav.media', Icon: PlaySquareOutlined, permission: 'courses.read' },
      { to: paths.questions(), label: 'app.nav.questions', Icon: QuestionCircleOutlined, permission: 'questions.read' },
      { to: paths.exams(), label: 'app.nav.exams', Icon: FileDoneOutlined, permission: 'exams.write' },
    ],
  },
  {
    label: 'app.nav.group.members',
    areas: [
      {
        to: paths.organizations(),
        label: 'app.nav.organizations',
        Icon: ApartmentOutlined,
        permission: 'organizations.read',
      },
      { to: paths.people(), label: 'app.nav.people', Icon: TeamOutlined, permission: 'people.read' },
      { to: paths.employers(), label: 'app.nav.employers', Icon: BankOutlined, permission: 'organizations.read' },
      { to: paths.transfers(), label: 'app.nav.transfers', Icon: SwapOutlined, permission: 'people.read' },
    ],
  },
  {
    label: 'app.nav.group.hours',
    areas: [
      { to: paths.appeals(), label: 'app.nav.appeals', Icon: MessageOutlined, permission: 'records.read' },
      { to: paths.policies(), label: 'app.nav.policies', Icon: SolutionOutlined, permission: 'records.read' },
    ],
  },
  {
    label: 'app.nav.group.system',
    areas: [
      { to: paths.security(), label: 'app.nav.security', Icon: SafetyCertificateOutlined, permission: 'people.read' },
      { to: paths.settings(), label: 'app.nav.settings', Icon: SettingOutlined, permission: 'organizations.read' },
      { to: paths.deliveries(), label: 'app.nav.deliveries', Icon: MailOutlined, permission: 'people.read' },
      { to: paths.exports(), label: 'app.nav.exports', Icon: DownloadOutlined, permission: 'exports.create' },
      { to: paths.audit(), label: 'app.nav.audit', Icon: AuditOutlined, permission: 'audit.read' },
    ],
  },
];
