import { Outlet, useLocation } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { LeaveGuard } from '../leaving/LeaveGuard.tsx';
import { useMedia } from '../use-media.ts';
import { Navigation } from './Navigation.tsx';
import { PinnedScope } from './PinnedScope.tsx';
import { isScoped } from './places.ts';
import { ScopeProvider, useScope } from './scope.tsx';
import { TopBar } from './TopBar.tsx';
import { usePageVisits } from './use-visits.ts';
import { usePinned } from './use-pinned.ts';
import css from './shell.module.css';

function Frame() {
  const text = useText();
  const { pathname } = useLocation();
  const { several } = useScope();
  const wide = useMedia('(min-width: 1100px)');
  const pinning = usePinned();
  usePageVisits();
  return (
    <>
      <LeaveGuard />
      <a className={css.skip} href="#main">
        {text('app.skip')}
      </a>
      <div className={css.frame}>
        {wide && <Navigation />}
        {pinning.pinned && several && isScoped(pathname) && <PinnedScope onUnpin={() => pinning.pin(false)} />}
        <div className={css.stage}>
          <TopBar wide={wide} pinning={pinning} />
          <main id="main" className={css.main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
    </>
  );
}

/** Around every page: groups and pages at the left, above the page its scope and the tools. Below 1100 px both are drawers. */
export function Shell() {
  return (
    <ScopeProvider>
      <Frame />
    </ScopeProvider>
  );
}
