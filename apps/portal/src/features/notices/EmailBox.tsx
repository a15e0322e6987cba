import { notices } from '@dangxiao/contracts';
import { useEndpoint, useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Lines, Loaded, Notice } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';

const refreshes = [notices.mySettings];

/** Where messages come as e-mail, too: given here, used once it is confirmed. */
export function EmailBox() {
  const text = useText();
  const errors = useErrorText();
  const settings = useEndpoint(notices.mySettings, {});
  const [email, setEmail] = useState('');
  const put = useMutationOf(notices.putMyEmail, { refreshes, onDone: () => setEmail('') });
  const remove = useMutationOf(notices.deleteMyEmail, { refreshes });
  const failure = put.error ?? remove.error;
  const send = (event: FormEvent) => {
    event.preventDefault();
    put.mutate({ body: { email: email.trim() } });
  };
  return (
    <div className={`${ui.card} ${ui.stack}`}>
      <Loaded query={settings} skeleton={<Lines count={1} height={44} />}>
        {({ mail, email: known }) =>
          !mail ? (
            <p className={ui.second}>{text('inbox.noMail')}</p>
          ) : (
            <>
              {known ? (
                <Notice tone={known.state === 'confirmed' ? 'good' : 'warn'}>
                  {text(`inbox.emailState.${known.state}`, { email: known.masked })}
                </Notice>
              ) : (
                <p className={ui.second}>{text('inbox.emailHint')}</p>
              )}
              <form className={ui.stack} onSubmit={send}>
                <TextInput
                  type="email"
                  required
                  autoComplete="email"
                  label={text(known ? 'inbox.otherAddress' : 'inbox.address')}
                  value={email}
                  onChange={(event) => setEmail(event.currentTarget.value)}
                />
                <Button type="submit" variant="default" loading={put.isPending}>
                  {text('inbox.sendConfirmation')}
                </Button>
              </form>
              {known && (
                <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate({})}>
                  {text('inbox.removeAddress')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
      {failure && <Notice tone="bad">{errors.of(failure)}</Notice>}
    </div>
  );
}
