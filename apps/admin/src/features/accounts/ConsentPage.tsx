import { accounts } from '@dangxiao/contracts';
import { useEndpoint, useErrorText, useMutationOf, useSession } from '@dangxiao/web-kit';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';

/** The privacy notice, before anything else is shown. */
export default function ConsentPage() {
  const text = useText();
  const errors = useErrorText();
  const { i18n } = useTranslation('app');
  const { reload, leave } = useSession();
  const notice = useEndpoint(accounts.privacyNotice, {}, { staleTime: Infinity });
  const consent = useMutationOf(accounts.giveConsent, { onDone: () => void reload() });
  return (
    <div className={css.entry}>
      <main className={`${css.card} ${css.wide}`}>
        <h1>{text('accounts.consent.title')}</h1>
        <Loaded query={notice}>
          {({ version, zh, en }) => (
            <>
              <div className={css.notice} tabIndex={0} role="region" aria-label={text('accounts.consent.title')}>
                {(i18n.language === 'en' ? en : zh).map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </div>
              {consent.error && (
                <Alert className={css.problem ?? ''} type="error" showIcon title={errors.of(consent.error)} />
              )}
              <div className={css.actions}>
                <Button
                  type="primary"
                  size="large"
                  loading={consent.isPending}
                  onClick={() => consent.mutate({ body: { version } })}
                >
                  {text('accounts.consent.agree')}
                </Button>
                <Button size="large" onClick={() => void leave()}>
                  {text('accounts.consent.leave')}
                </Button>
              </div>
            </>
          )}
        </Loaded>
      </main>
    </div>
  );
}
