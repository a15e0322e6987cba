import { Link, useLocation } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import { useMay } from '../use-may.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { AsOfPicker } from './AsOfPicker.tsx';
import { InboxBell } from './InboxBell.tsx';
import { Jump } from './jump/Jump.tsx';
import { NavigationDrawer } from './NavigationDrawer.tsx';
import { isDated, isScoped } from './places.ts';
import { useScope } from './scope.tsx';
import { ScopeTrail } from './ScopeTrail.tsx';
import type { Pinning } from './use-pinned.ts';
import css from './shell.module.css';

/** The scope and the day that the page is about, where it has them; then search, inbox and account. */
export function TopBar({ wide, pinning }: { wide: boolean; pinning: Pinning }) {
  const text = useText();
  const { pathname } = useLocation();
  const { several, asOf } = useScope();
  const readsTree = useMay()('organizations.read');
  return (
    <header className={css.bar}>
      {!wide && <NavigationDrawer />}
      {!wide && (
        <Link to={paths.overview()} className={css.brand}>
          {text('app.name')}
        </Link>
      )}
      <div className={css.context}>
        {several && isScoped(pathname) && <ScopeTrail wide={wide} pinning={pinning} />}
        {readsTree && (asOf !== undefined || isDated(pathname)) && <AsOfPicker />}
      </div>
      <div className={css.tools}>
        <Jump />
        <InboxBell />
        <AccountMenu />
      </div>
    </header>
  );
}
