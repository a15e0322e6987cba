import { useSession } from '@dangxiao/web-kit';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useState } from 'react';
import { paths, safeNext } from '../../app/paths.ts';
import { useSchool } from '../../app/School.tsx';
import { useTitle } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { DemoAccounts } from './DemoAccounts.tsx';
import { SecondStep } from './SecondStep.tsx';
import { SignInForm } from './SignInForm.tsx';

export function Component() {
  const text = useText();
  const [search] = useSearchParams();
  const school = useSchool();
  const { session } = useSession();
  const [filled, fill] = useState({ login: '', password: '' });
  useTitle(text('signIn.title'));
  const pending = session.state === 'signed-in' && session.me.pending !== null;
  if (session.state === 'signed-in' && !pending) return <Navigate to={safeNext(search.get('next'))} replace />;
  return (
    <div className={css.stage}>
      <div className={`${ui.card} ${css.panel}`}>
        <div className={css.intro}>
          <h1>{school?.name ?? text('app.name')}</h1>
          <p className={css.lead}>{text('signIn.lead')}</p>
        </div>
        {pending ? (
          <SecondStep />
        ) : (
          <>
            <SignInForm key={filled.login} filled={filled} />
            <div className={css.links}>
              <Link to={paths.activate()} className={ui.link}>
                {text('signIn.haveCode')}
              </Link>
              <p className={ui.hint}>{text('signIn.forgotten')}</p>
            </div>
            {school && <DemoAccounts accounts={school.demoAccounts} onPick={fill} />}
          </>
        )}
      </div>
    </div>
  );
}
