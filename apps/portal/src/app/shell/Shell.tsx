import { useMe } from '@dangxiao/web-kit';
import { IconBooks, IconCalendarEvent, IconHome, IconHourglass, IconUser } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import { Brand } from './Brand.tsx';
import { InboxBell } from './InboxBell.tsx';
import { currentOf, shownLinks, type PortalLink } from './links.ts';
import { Main } from './Main.tsx';
import { ModeButtons } from './ModeButtons.tsx';
import { SearchBox } from './SearchBox.tsx';
import css from './shell.module.css';
import { useContent } from './use-content.ts';

const icons: Readonly<Record<PortalLink['key'], typeof IconHome>> = {
  'nav.home': IconHome,
  'nav.learning': IconBooks,
  'nav.activities': IconCalendarEvent,
  'nav.hours': IconHourglass,
  'nav.me': IconUser,
};

/** Around every page of a signed-in learner. */
export function Shell() {
  const text = useText();
  const me = useMe();
  const { pathname } = useLocation();
  const links = shownLinks(useContent());
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#main">
        {text('nav.skip')}
      </a>
      <header className={css.top}>
        <div className={css.topRow}>
          <Brand />
          <nav className={css.topNav} aria-label={text('nav.main')}>
            {links.map((link) => (
              <Link key={link.to} to={link.to} className={css.topLink} aria-current={currentOf(link, pathname)}>
                {text(link.key)}
              </Link>
            ))}
          </nav>
          <div className={css.search}>
            <SearchBox />
          </div>
          <span className={css.spacer} />
          <InboxBell on="desktop" />
          <ModeButtons />
          <Link
            to={paths.me()}
            className={`${css.mode} ${css.person}`}
            aria-label={`${text('nav.me')} · ${me.person?.name ?? ''}`}
          >
            {me.person?.name}
          </Link>
        </div>
      </header>
      <Main />
      <nav className={css.tabs} aria-label={text('nav.main')}>
        {links.map((link) => {
          const Icon = icons[link.key];
          return (
            <Link key={link.to} to={link.to} className={css.tab} aria-current={currentOf(link, pathname)}>
              <Icon size="1.5em" stroke={1.6} aria-hidden />
              {text(link.key)}
            </Link>
          );
        })}
      </nav>
    </div>
  );
}
