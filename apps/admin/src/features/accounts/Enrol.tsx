import { CopyOutlined } from '@ant-design/icons';
import { accounts } from '@dangxiao/contracts';
import { useMutationOf } from '@dangxiao/web-kit';
import { Alert, App, Button, Form, QRCode } from 'antd';
import { useEffect, useRef } from 'react';
import { Failed, useContractForm, Waiting } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { CodeField } from './CodeField.tsx';

/** Pairs an authenticator app: scan or type, then prove it with a code. Hands on the recovery codes. */
export function Enrol({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const text = useText();
  const { message } = App.useApp();
  const start = useMutationOf(accounts.startSecondFactor);
  const asked = useRef(false);
  const { mutate } = start;
  useEffect(() => {
    if (asked.current) return;
    asked.current = true; // a second secret would make the code on screen useless
    mutate({});
  }, [mutate]);
  const form = useContractForm<typeof accounts.confirmSecondFactor, { code?: string }>(accounts.confirmSecondFactor, {
    request: ({ code = '' }) => ({ body: { code } }),
    fieldOf: { second_factor_wrong: 'code' },
    onDone: ({ recoveryCodes }) => onCodes(recoveryCodes),
  });
  if (start.error) return <Failed failure={start.error} retry={() => mutate({})} />;
  if (!start.data) return <Waiting rows={6} />;
  const { secret, uri } = start.data;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      void message.success(text('factor.copied'));
    } catch {
      void message.info(text('factor.copyByHand')); // without HTTPS browsers refuse the clipboard
    }
  };
  return (
    <>
      <p>{text('factor.scan')}</p>
      <div className={css.qr} role="img" aria-label={text('factor.qr')}>
        <div aria-hidden>
          <QRCode value={uri} type="svg" size={184} color="#000000" bgColor="#ffffff" bordered={false} />
        </div>
      </div>
      <p className={css.hint}>{text('factor.typed')}</p>
      <div className={css.secret}>
        <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        <Button
          type="text"
          icon={<CopyOutlined aria-hidden />}
          aria-label={text('factor.copySecret')}
          onClick={() => void copy()}
        />
      </div>
      <Form<{ code?: string }> {...form.formProps}>
        {form.problem && <Alert className={css.problem ?? ''} type="error" showIcon title={form.problem} />}
        <CodeField label={text('factor.confirmLead')} />
        <Button type="primary" size="large" htmlType="submit" block loading={form.pending}>
          {text('factor.confirm')}
        </Button>
      </Form>
    </>
  );
}
