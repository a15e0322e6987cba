import { accounts } from '@dangxiao/contracts';
import { useEndpoint, useMutationOf, useErrorText, useSession } from '@dangxiao/web-kit';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Emblem } from '../../app/shell/Emblem.tsx';
import { LanguageSwitch } from '../../app/shell/LanguageSwitch.tsx';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { DemoAccounts } from './DemoAccounts.tsx';

interface Values {
  login: string;
  password: string;
}

/** Only an address inside the console is followed after signing in. */
function safeFrom(from: string | null): string {
  return from && /^\/(?![/\\])/.test(from) ? from : paths.overview();
}

export function Component() {
  const text = useText();
  const errors = useErrorText();
  const { session, entered } = useSession();
  const [search] = useSearchParams();
  const [form] = Form.useForm<Values>();
  const school = useEndpoint(accounts.school, {}, { staleTime: Infinity });
  const signIn = useMutationOf(accounts.signIn, {
    onDone: entered,
    onFailed: () => form.getFieldInstance('password')?.focus(),
  });
  const title = text('accounts.signIn.title');
  useEffect(() => {
    document.title = `${title} · ${text('app.name')}`;
  }, [title, text]);
  if (session.state === 'signed-in') return <Navigate to={safeFrom(search.get('from'))} replace />;
  const required = { required: true, whitespace: true };
  return (
    <div className={css.entry}>
      <div className={css.corner}>
        <LanguageSwitch />
      </div>
      <main className={css.card}>
        <div className={css.brand}>
          <Emblem size={44} />
          <div>
            <p>{school.data?.name ?? text('app.name')}</p>
            <h1>{title}</h1>
          </div>
        </div>
        <Form<Values>
          form={form}
          name="sign-in"
          layout="vertical"
          requiredMark={false}
          onFinish={(body) => signIn.mutate({ body })}
        >
          {signIn.error && (
            <Alert className={css.problem ?? ''} type="error" showIcon title={errors.of(signIn.error)} />
          )}
          <Form.Item
            name="login"
            label={text('accounts.signIn.login')}
            rules={[{ ...required, message: text('accounts.signIn.loginMissing') }]}
          >
            <Input
              size="large"
              autoFocus
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={60}
            />
          </Form.Item>
          <Form.Item
            name="password"
            label={text('accounts.signIn.password')}
            rules={[{ ...required, message: text('accounts.signIn.passwordMissing') }]}
          >
            <Input.Password size="large" autoComplete="current-password" maxLength={200} />
          </Form.Item>
          <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
            {text('accounts.signIn.submit')}
          </Button>
        </Form>
        <p className={css.hint}>
          {text('accounts.signIn.activate')} <a href="/activate">{text('accounts.signIn.activateLink')}</a>
        </p>
        <DemoAccounts accounts={school.data?.demoAccounts ?? []} onPick={(body) => signIn.mutate({ body })} />
      </main>
    </div>
  );
}
