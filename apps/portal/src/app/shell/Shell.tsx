import { useMe } from '@dangxiao/web-kit';
import { NavLink, Link } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import { Brand } from './Brand.tsx';
import { InboxBell } from './InboxBell.tsx';
import { links } from './links.ts';
import { Main } from './Main.tsx';
import { ModeButtons } from './ModeButtons.tsx';
import { SearchBox } from './SearchBox.tsx';
import css from './shell.module.css';

/** Around every page of a signed-in learner. */
export function Shell() {
  const text = useText();
  const me = useMe();
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#main">
        {text('nav.skip')}
      </a>
      <header className={css.top}>
        <div className={css.topRow}>
          <Brand />
          <nav className={css.topNav} aria-label={text('nav.main')}>
            {links.map(({ to, key, end }) => (
              <NavLink key={to} to={to} end={end} className={css.topLink ?? ''}>
                {text(key)}
              </NavLink>
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
        {links.map(({ to, key, Icon, end }) => (
          <NavLink key={to} to={to} end={end} className={css.tab ?? ''}>
            <Icon size="1.5em" stroke={1.6} aria-hidden />
            {text(key)}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}
