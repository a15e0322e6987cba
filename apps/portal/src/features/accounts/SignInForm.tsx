import { accounts } from '@dangxiao/contracts';
import { useErrorText, useMutationOf, useSession } from '@dangxiao/web-kit';
import { Button, TextInput } from '@mantine/core';
import { Notice, PasswordField } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { fieldsOf } from './fields.ts';

export function SignInForm({ filled }: { filled: { login: string; password: string } }) {
  const text = useText();
  const errors = useErrorText();
  const { entered } = useSession();
  const signIn = useMutationOf(accounts.signIn, { onDone: entered });
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { login = '', password = '' } = fieldsOf(event.currentTarget);
        signIn.mutate({ body: { login, password } });
      }}
    >
      <TextInput
        name="login"
        label={text('signIn.login')}
        defaultValue={filled.login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        error={errors.ofField(signIn.error, 'login')}
      />
      <PasswordField
        name="password"
        label={text('signIn.password')}
        defaultValue={filled.password}
        autoComplete="current-password"
        error={errors.ofField(signIn.error, 'password')}
      />
      {signIn.error && (
        <Notice tone="bad" announced>
          {errors.of(signIn.error)}
        </Notice>
      )}
      <Button type="submit" loading={signIn.isPending} fullWidth>
        {text('signIn.submit')}
      </Button>
    </form>
  );
}
