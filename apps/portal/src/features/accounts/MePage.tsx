import { useKitText, useMe, useSession } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Page, Section } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { DisplaySettings } from './DisplaySettings.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { Sessions } from './Sessions.tsx';
import { Views } from './Views.tsx';

export function Component() {
  const text = useText();
  const kit = useKitText();
  const me = useMe();
  const { leave } = useSession();
  return (
    <Page title={text('me.title')}>
      <h1>{text('me.title')}</h1>
      <div className={css.columns}>
        <div className={ui.stack}>
          <Section title={text('me.profile')}>
            <div className={`${ui.card} ${ui.stack}`}>
              <dl className={css.facts}>
                <dt>{text('me.name')}</dt>
                <dd>{me.person?.name}</dd>
                <dt>{text('me.organization')}</dt>
                <dd>{me.person?.organizationName}</dd>
                <dt>{text('me.kind')}</dt>
                <dd>{me.person && kit(`personKind.${me.person.kind}`)}</dd>
                <dt>{text('me.login')}</dt>
                <dd>{me.login}</dd>
              </dl>
              <p className={ui.hint}>{text('me.fix')}</p>
            </div>
          </Section>
          <Section title={text('me.display')}>
            <DisplaySettings />
          </Section>
        </div>
        <div className={ui.stack}>
          {!me.seeing && (
            <>
              <Section title={text('me.sessions')}>
                <Sessions />
              </Section>
              <Section title={text('me.password')}>
                <PasswordForm login={me.login} />
              </Section>
            </>
          )}
          <Section title={text('me.views')}>
            <Views />
          </Section>
        </div>
      </div>
      <nav aria-label={text('me.title')} className={`${ui.rows} ${css.end}`}>
        <Link to={paths.inbox()} className={css.more}>
          {text('inbox.title')}
        </Link>
        <Link to={paths.training()} className={css.more}>
          {text('me.training')}
        </Link>
        <Link to={paths.welcome()} className={css.more}>
          {text('me.privacy')}
        </Link>
      </nav>
      <Button variant="default" className={css.end ?? ''} onClick={() => void leave()}>
        {text('me.signOut')}
      </Button>
    </Page>
  );
}
