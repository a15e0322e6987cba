import { accounts } from '@dangxiao/contracts';
import { useMe, useSession } from '@dangxiao/web-kit';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { CodeField } from './CodeField.tsx';

/** The second step of signing in: a code of the app, or a recovery code. */
export function VerifyStep() {
  const text = useText();
  const { login } = useMe();
  const { entered, leave } = useSession();
  const [recovery, setRecovery] = useState(false);
  const form = useContractForm<typeof accounts.verifySecondFactor, { code?: string }>(accounts.verifySecondFactor, {
    request: ({ code = '' }) => ({ body: { code } }),
    fieldOf: { second_factor_wrong: 'code' },
    onDone: entered,
  });
  const turn = () => {
    setRecovery(!recovery);
    form.reset();
  };
  return (
    <>
      <h1>{text('factor.verifyTitle')}</h1>
      <p className={css.lead}>{text(recovery ? 'factor.recoveryLead' : 'factor.verifyLead', { login })}</p>
      <Form<{ code?: string }> {...form.formProps} key={String(recovery)}>
        {form.problem && <Alert className={css.problem ?? ''} type="error" showIcon title={form.problem} />}
        <CodeField label={text(recovery ? 'factor.recovery' : 'factor.code')} recovery={recovery} />
        <Button type="primary" size="large" htmlType="submit" block loading={form.pending}>
          {text('factor.verify')}
        </Button>
      </Form>
      <div className={css.ways}>
        <Button type="link" onClick={turn}>
          {text(recovery ? 'factor.useApp' : 'factor.useRecovery')}
        </Button>
        <Button type="link" onClick={() => void leave()}>
          {text('factor.other')}
        </Button>
      </div>
      <p className={css.hint}>{text('factor.lost')}</p>
    </>
  );
}
