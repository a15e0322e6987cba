import { notices } from '@dangxiao/contracts';
import { useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { useParams } from 'react-router';
import { ButtonLink, Notice, Page } from '../../app/ui/index.ts';
import { paths } from '../../app/paths.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';

/** The page of the link in the email; one tap, so that a program that looks at links confirms nothing. */
export function Component() {
  const text = useText();
  const errors = useErrorText();
  const { token = '' } = useParams();
  const confirm = useMutationOf(notices.confirmEmail);
  return (
    <Page title={text('inbox.confirmTitle')} narrow>
      <h1>{text('inbox.confirmTitle')}</h1>
      <div className={`${ui.card} ${ui.stack}`}>
        {confirm.data ? (
          <>
            <Notice tone="good">{text('inbox.emailState.confirmed', { email: confirm.data.masked })}</Notice>
            <ButtonLink to={paths.home()}>{text('inbox.toHome')}</ButtonLink>
          </>
        ) : (
          <>
            <p>{text('inbox.confirmHint')}</p>
            <Button loading={confirm.isPending} onClick={() => confirm.mutate({ body: { token } })}>
              {text('inbox.confirm')}
            </Button>
          </>
        )}
        {confirm.error && <Notice tone="bad">{errors.of(confirm.error)}</Notice>}
      </div>
    </Page>
  );
}
