import { IconBooks, IconHome, IconHourglass, IconUser } from '@tabler/icons-react';
import { paths } from '../paths.ts';

/** The four places of the portal: at the bottom of a phone, at the top of a desktop. */
export const links = [
  { to: paths.home(), key: 'nav.home', Icon: IconHome, end: true },
  { to: paths.courses(), key: 'nav.courses', Icon: IconBooks, end: false },
  { to: paths.hours(), key: 'nav.hours', Icon: IconHourglass, end: false },
  { to: paths.me(), key: 'nav.me', Icon: IconUser, end: false },
] as const;
