import { notices, type ResponseOf } from '@dangxiao/contracts';
import { NOTICE_KINDS, noticeTexts, type NoticeKind } from '@dangxiao/domain';
import { useEndpoint, useErrorText, useFormat, useMutationOf } from '@dangxiao/web-kit';
import { Alert, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Failed, Section, Waiting } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './notices.module.css';

type Settings = ResponseOf<typeof notices.mySettings>;
const refreshes = [notices.mySettings];

/** Own e-mail address, and which kinds of messages go there. */
export function Telling() {
  const text = useText();
  const settings = useEndpoint(notices.mySettings, {});
  return (
    <Section title={text('inbox.email')}>
      {settings.data ? (
        settings.data.mail ? (
          <div className={css.stack}>
            <Address settings={settings.data} />
            <Kinds key={settings.data.noEmail.join()} settings={settings.data} />
          </div>
        ) : (
          <p className={css.hint}>{text('inbox.noMail')}</p>
        )
      ) : settings.error ? (
        <Failed failure={settings.error} retry={() => void settings.refetch()} />
      ) : (
        <Waiting rows={3} />
      )}
    </Section>
  );
}

function Address({ settings: { email } }: { settings: Settings }) {
  const text = useText();
  const errors = useErrorText();
  const [address, setAddress] = useState('');
  const put = useMutationOf(notices.putMyEmail, { refreshes, onDone: () => setAddress('') });
  const remove = useMutationOf(notices.deleteMyEmail, { refreshes });
  const failure = put.error ?? remove.error;
  return (
    <>
      {email && (
        <Alert
          showIcon
          type={email.state === 'confirmed' ? 'success' : 'warning'}
          title={text(`inbox.emailState.${email.state}`, { email: email.masked })}
          action={
            <Button size="small" loading={remove.isPending} onClick={() => remove.mutate({})}>
              {text('inbox.removeAddress')}
            </Button>
          }
        />
      )}
      <form
        className={css.address}
        onSubmit={(event) => {
          event.preventDefault();
          put.mutate({ body: { email: address.trim() } });
        }}
      >
        <Input
          type="email"
          required
          aria-label={text('inbox.address')}
          placeholder={text('inbox.address')}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <Button htmlType="submit" loading={put.isPending}>
          {text('inbox.confirm')}
        </Button>
      </form>
      {failure && <Alert type="error" showIcon title={errors.of(failure)} />}
    </>
  );
}

function Kinds({ settings }: { settings: Settings }) {
  const text = useText();
  const { language } = useFormat();
  const save = useMutationOf(notices.putMySettings, { refreshes });
  const toggle = (kind: NoticeKind, wanted: boolean) => {
    const noEmail = wanted ? settings.noEmail.filter((one) => one !== kind) : [...settings.noEmail, kind];
    save.mutate({ body: { language, noEmail, quietHours: settings.quietHours } });
  };
  return (
    <>
      <p className={css.hint}>{text('inbox.choicesHint')}</p>
      {NOTICE_KINDS.map((kind) => (
        <Checkbox
          key={kind}
          disabled={save.isPending}
          checked={!settings.noEmail.includes(kind)}
          onChange={(event) => toggle(kind, event.target.checked)}
        >
          {noticeTexts[language].kinds[kind]}
        </Checkbox>
      ))}
    </>
  );
}
