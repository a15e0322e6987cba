import { accounts, type ResponseOf } from '@dangxiao/contracts';
import { useErrorText, useKitText, useMutationOf, useSession } from '@dangxiao/web-kit';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Notice, PasswordField } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { fieldsOf } from './fields.ts';

export type Checked = ResponseOf<typeof accounts.checkActivationCode> & { code: string };

export function ActivateForm({ checked, onBack }: { checked: Checked; onBack: () => void }) {
  const text = useText();
  const kit = useKitText();
  const errors = useErrorText();
  const { entered } = useSession();
  const [differ, setDiffer] = useState(false);
  const activate = useMutationOf(accounts.activate, { onDone: entered });
  const activating = checked.purpose === 'activate';
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { login, password = '', repeat } = fieldsOf(event.currentTarget);
        setDiffer(password !== repeat);
        if (password === repeat) {
          activate.mutate({ body: { code: checked.code, password, ...(activating && login ? { login } : {}) } });
        }
      }}
    >
      {activating && (
        <TextInput
          name="login"
          label={text('activate.login')}
          description={text('activate.loginHint')}
          defaultValue={checked.suggestedLogin ?? ''}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          error={errors.ofField(activate.error, 'login')}
        />
      )}
      <PasswordField
        name="password"
        label={text('activate.password')}
        description={text('activate.passwordHint')}
        autoComplete="new-password"
        error={errors.ofField(activate.error, 'password')}
      />
      <PasswordField
        name="repeat"
        label={text('activate.repeat')}
        autoComplete="new-password"
        error={differ ? kit('fields.passwords_differ') : undefined}
      />
      {activate.error && (
        <Notice tone="bad" announced>
          {errors.of(activate.error)}
        </Notice>
      )}
      <Button type="submit" loading={activate.isPending} fullWidth>
        {text(activating ? 'activate.submit' : 'activate.resetSubmit')}
      </Button>
      <Button variant="subtle" onClick={onBack}>
        {text('activate.notMine')}
      </Button>
    </form>
  );
}
