import { accounts } from '@dangxiao/contracts';
import { useErrorText, useMe, useMutationOf, useSession } from '@dangxiao/web-kit';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { fieldsOf } from './fields.ts';

/** The second step of an administrator who signs in here: a code; setting it up is done in the console. */
export function SecondStep() {
  const text = useText();
  const errors = useErrorText();
  const { pending } = useMe();
  const { entered, leave } = useSession();
  const [recovery, setRecovery] = useState(false);
  const verify = useMutationOf(accounts.verifySecondFactor, { onDone: entered });
  const other = (
    <Button variant="subtle" onClick={() => void leave()}>
      {text('signIn.other')}
    </Button>
  );
  if (pending === 'enrol')
    return (
      <>
        <Notice tone="info">{text('signIn.enrol')}</Notice>
        <Button component="a" href="/admin/" fullWidth>
          {text('signIn.enrolLink')}
        </Button>
        {other}
      </>
    );
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate({ body: { code: fieldsOf(event.currentTarget)['code'] ?? '' } });
      }}
    >
      <p className={ui.hint}>{text(recovery ? 'signIn.recoveryLead' : 'signIn.codeLead')}</p>
      <TextInput
        key={String(recovery)}
        name="code"
        label={text(recovery ? 'signIn.recovery' : 'signIn.code')}
        inputMode={recovery ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        spellCheck={false}
        autoFocus
        required
        withAsterisk={false}
        error={errors.ofField(verify.error, 'code')}
      />
      {verify.error && (
        <Notice tone="bad" announced>
          {errors.of(verify.error)}
        </Notice>
      )}
      <Button type="submit" loading={verify.isPending} fullWidth>
        {text('signIn.verify')}
      </Button>
      <Button variant="subtle" onClick={() => setRecovery(!recovery)}>
        {text(recovery ? 'signIn.useApp' : 'signIn.useRecovery')}
      </Button>
      {other}
    </form>
  );
}
