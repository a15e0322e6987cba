import { useSession } from '@dangxiao/web-kit';
import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { ActivateForm, type Checked } from './ActivateForm.tsx';
import { CodeForm } from './CodeForm.tsx';

/** Two steps: the one-time code, then login name and password. */
export function Component() {
  const text = useText();
  const { session } = useSession();
  const [checked, setChecked] = useState<Checked | null>(null);
  const title = text(checked?.purpose === 'reset' ? 'activate.resetTitle' : 'activate.title');
  useTitle(title);
  if (session.state === 'signed-in') return <Navigate to={paths.home()} replace />;
  return (
    <div className={css.stage}>
      <div className={`${ui.card} ${css.panel}`}>
        <div className={css.intro}>
          <h1>{title}</h1>
          <p className={css.lead}>{checked ? whose(checked) : text('activate.lead')}</p>
        </div>
        {checked ? (
          <ActivateForm checked={checked} onBack={() => setChecked(null)} />
        ) : (
          <CodeForm onChecked={setChecked} />
        )}
        <Link to={paths.signIn()} className={ui.link}>
          {text('activate.toSignIn')}
        </Link>
      </div>
    </div>
  );

  function whose({ maskedName, organizationName }: Checked) {
    return organizationName
      ? text('activate.for', { name: maskedName, organization: organizationName })
      : text('activate.forName', { name: maskedName });
  }
}
