import {
  ApartmentOutlined,
  CommentOutlined,
  DashboardOutlined,
  FileDoneOutlined,
  FlagOutlined,
  HourglassOutlined,
  ReadOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { GroupId } from './pages.ts';

export const groupIcons: Readonly<Record<GroupId, ComponentType<{ 'aria-hidden'?: boolean }>>> = {
  overview: DashboardOutlined,
  study: ReadOutlined,
  exams: FileDoneOutlined,
  hours: HourglassOutlined,
  life: FlagOutlined,
  community: CommentOutlined,
  members: ApartmentOutlined,
  system: SettingOutlined,
};
