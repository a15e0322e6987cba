import { useState } from 'react';
import { Outlet } from 'react-router';
import { remember } from '@dangxiao/web-kit';
import { useText } from '../../i18n/use-text.ts';
import { Navigation } from './Navigation.tsx';
import { ScopePanel } from './ScopePanel.tsx';
import { ScopeProvider } from './scope.tsx';
import { TopBar } from './TopBar.tsx';
import css from './shell.module.css';

const storageKey = 'dx-admin-tree';

function wasClosed(): boolean {
  try {
    return (localStorage.getItem(storageKey) ?? (innerWidth < 1200 ? 'closed' : 'open')) === 'closed';
  } catch {
    return innerWidth < 1200;
  }
}

/** Areas at the far left, the organization tree beside them, the scope and the tools above the page. */
export function Shell() {
  const text = useText();
  const [closed, setClosed] = useState(wasClosed);
  const toggle = () => {
    remember(storageKey, closed ? 'open' : 'closed');
    setClosed(!closed);
  };
  return (
    <ScopeProvider>
      <a className={css.skip} href="#main">
        {text('app.skip')}
      </a>
      <div className={css.frame}>
        <Navigation />
        {!closed && <ScopePanel />}
        <div className={css.stage}>
          <TopBar treeOpen={!closed} onToggleTree={toggle} />
          <main id="main" className={css.main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
    </ScopeProvider>
  );
}
