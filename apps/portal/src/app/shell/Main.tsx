import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, type Location } from 'react-router';
import css from './shell.module.css';

/** Pages that were opened by their address all have the same key: each keeps a place of its own. */
const keyOf = ({ key, pathname }: Location) => (key === 'default' ? pathname : key);

/** The page itself. After a change of page the focus begins here, so that a screen reader and the keyboard do too. */
export function Main() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);
  return (
    <main id="main" ref={main} tabIndex={-1} className={css.main}>
      <Outlet />
      <ScrollRestoration getKey={keyOf} />
    </main>
  );
}
