import { useSession } from '@dangxiao/web-kit';
import { lazy, Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Booting } from './Booting.tsx';
import { NotForYou } from './NotForYou.tsx';
import { paths } from './paths.ts';
import { Seeing } from './Seeing.tsx';
import { Failed } from './ui/index.ts';
import css from './gate.module.css';

const SecondStepPage = lazy(() => import('../features/accounts/SecondStepPage.tsx'));
const ConsentPage = lazy(() => import('../features/accounts/ConsentPage.tsx'));

/** Lets administrators in; everybody else is told where to go. */
export function RequireAdministrator() {
  const { session, reload } = useSession();
  const { pathname, search } = useLocation();
  if (session.state === 'loading') return <Booting />;
  if (session.state === 'unreachable')
    return (
      <div className={css.middle}>
        <Failed failure={session.failure} retry={() => void reload()} />
      </div>
    );
  if (session.state === 'anonymous') {
    const from = pathname + search;
    return (
      <Navigate to={from === '/' ? paths.signIn() : `${paths.signIn()}?from=${encodeURIComponent(from)}`} replace />
    );
  }
  if (session.me.pending)
    return (
      <Suspense fallback={<Booting />}>
        <SecondStepPage />
      </Suspense>
    );
  if (session.me.seeing) return <Seeing />;
  if (session.me.permissions.length === 0) return <NotForYou />;
  if (session.me.consentRequired)
    return (
      <Suspense fallback={<Booting />}>
        <ConsentPage />
      </Suspense>
    );
  return <Outlet />;
}
