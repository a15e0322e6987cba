import { useKitText, useMe, useSession } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { IconBell, IconCalendarEvent, IconChevronRight, IconKey, IconShieldCheck } from '@tabler/icons-react';
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

const links = [
  { to: paths.inbox(), key: 'inbox.title', Icon: IconBell },
  { to: paths.training(), key: 'me.training', Icon: IconCalendarEvent },
  { to: paths.welcome(), key: 'me.privacy', Icon: IconShieldCheck },
] as const;

/** Who I am, where to go from here, how it looks, and last what is seldom wanted: devices and the password. */
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
          <nav aria-label={text('me.title')} className={ui.rows}>
            {links.map(({ to, key, Icon }) => (
              <Link key={key} to={to} className={css.more}>
                <Icon size="1.25em" stroke={1.6} aria-hidden />
                {text(key)}
                <IconChevronRight size="1.1em" stroke={1.6} aria-hidden />
              </Link>
            ))}
          </nav>
          <Section title={text('me.display')}>
            <DisplaySettings />
          </Section>
        </div>
        <div className={ui.stack}>
          {!me.seeing && (
            <Section title={text('me.safety')}>
              <Sessions />
              <details className={`${ui.rows} ${css.fold}`}>
                <summary className={css.more}>
                  <IconKey size="1.25em" stroke={1.6} aria-hidden />
                  {text('me.password')}
                  <IconChevronRight size="1.1em" stroke={1.6} aria-hidden />
                </summary>
                <PasswordForm login={me.login} />
              </details>
            </Section>
          )}
          <Section title={text('me.views')}>
            <Views />
          </Section>
          {!me.seeing && (
            <Button variant="default" onClick={() => void leave()}>
              {text('me.signOut')}
            </Button>
          )}
        </div>
      </div>
    </Page>
  );
}
