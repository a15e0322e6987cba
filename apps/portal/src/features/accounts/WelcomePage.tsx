import { accounts } from '@dangxiao/contracts';
import { useEndpoint, useErrorText, useMutationOf, useSession } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { paths, safeNext } from '../../app/paths.ts';
import { Loaded, Notice, Page } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';

/** The privacy notice: consent to it opens the school; without an open question it can be read again. */
export function Component() {
  const text = useText();
  const errors = useErrorText();
  const { i18n } = useTranslation();
  const [search] = useSearchParams();
  const { session, reload, leave } = useSession();
  const notice = useEndpoint(accounts.privacyNotice, {}, { staleTime: Infinity });
  const consent = useMutationOf(accounts.giveConsent, { onDone: () => void reload() });
  const asked = session.state === 'signed-in' && session.me.consentRequired;
  if (session.state === 'anonymous') return <Navigate to={paths.signIn()} replace />;
  if (session.state === 'signed-in' && !asked && search.has('next')) {
    return <Navigate to={safeNext(search.get('next'))} replace />;
  }
  if (session.state === 'signed-in' && !asked && consent.isSuccess) return <Navigate to={paths.home()} replace />;
  return (
    <Page title={text('welcome.title')} narrow>
      <h1>{text('welcome.title')}</h1>
      <Loaded query={notice}>
        {({ version, zh, en }) => (
          <>
            <div className={`${ui.card} ${css.notice}`}>
              {(i18n.language === 'en' ? en : zh).map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
              <p className={ui.hint}>{text('welcome.version', { version })}</p>
            </div>
            {consent.error && (
              <Notice tone="bad" announced>
                {errors.of(consent.error)}
              </Notice>
            )}
            {asked && (
              <div className={css.actions}>
                <Button loading={consent.isPending} onClick={() => consent.mutate({ body: { version } })}>
                  {text('welcome.agree')}
                </Button>
                <Button variant="subtle" onClick={() => void leave()}>
                  {text('welcome.decline')}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
