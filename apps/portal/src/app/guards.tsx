import { useSession } from '@dangxiao/web-kit';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Booting } from './Booting.tsx';
import { NoLearner } from './NoLearner.tsx';
import { paths } from './paths.ts';
import { SeeingBanner } from './SeeingBanner.tsx';
import { Page } from './ui/Page.tsx';
import { Trouble } from './ui/Trouble.tsx';
import css from './ui/ui.module.css';

/** Lets signed-in learners through who accepted the privacy notice; shows everybody else the way. */
export function RequireLearner() {
  const { session, reload } = useSession();
  const location = useLocation();
  const here = location.pathname + location.search + location.hash;
  if (session.state === 'loading') return <Booting />;
  if (session.state === 'unreachable') {
    return (
      <Page title={undefined} narrow>
        <Trouble failure={session.failure} retry={() => void reload()} />
      </Page>
    );
  }
  if (session.state === 'anonymous') return <Navigate to={paths.signIn(here)} replace />;
  if (session.me.pending) return <Navigate to={paths.signIn(here)} replace />;
  if (session.me.consentRequired) return <Navigate to={paths.welcome(here)} replace />;
  if (!session.me.person) return <NoLearner />;
  if (!session.me.seeing) return <Outlet />;
  return (
    <div className={css.seen}>
      <SeeingBanner />
      <Outlet />
    </div>
  );
}
