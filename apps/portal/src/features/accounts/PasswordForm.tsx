import { accounts } from '@dangxiao/contracts';
import { useErrorText, useKitText, useMutationOf } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { Notice, PasswordField } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { fieldsOf } from './fields.ts';

export function PasswordForm({ login }: { login: string }) {
  const text = useText();
  const kit = useKitText();
  const errors = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const [differ, setDiffer] = useState(false);
  const change = useMutationOf(accounts.changePassword, {
    refreshes: [accounts.listMySessions],
    onDone: () => form.current?.reset(),
  });
  return (
    <form
      ref={form}
      className={`${css.form} ${css.folded}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { currentPassword = '', newPassword = '', repeat } = fieldsOf(event.currentTarget);
        setDiffer(newPassword !== repeat);
        if (newPassword === repeat) change.mutate({ body: { currentPassword, newPassword } });
      }}
    >
      <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
      <PasswordField
        name="currentPassword"
        label={text('me.currentPassword')}
        autoComplete="current-password"
        error={errors.ofField(change.error, 'currentPassword')}
      />
      <PasswordField
        name="newPassword"
        label={text('me.newPassword')}
        description={text('activate.passwordHint')}
        autoComplete="new-password"
        error={errors.ofField(change.error, 'newPassword')}
      />
      <PasswordField
        name="repeat"
        label={text('me.repeat')}
        autoComplete="new-password"
        error={differ ? kit('fields.passwords_differ') : undefined}
      />
      {change.error && (
        <Notice tone="bad" announced>
          {errors.of(change.error)}
        </Notice>
      )}
      {change.isSuccess && (
        <Notice tone="good" announced>
          {text('me.changed')}
        </Notice>
      )}
      <Button type="submit" variant="default" loading={change.isPending}>
        {text('me.change')}
      </Button>
    </form>
  );
}
