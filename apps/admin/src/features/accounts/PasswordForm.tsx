import { accounts } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { Alert, App, Button, Form, Input } from 'antd';
import { useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';

interface Values {
  currentPassword: string;
  newPassword: string;
  repeat: string;
}

export function PasswordForm({ login }: { login: string }) {
  const text = useText();
  const kit = useKitText();
  const { message } = App.useApp();
  const form = useContractForm<typeof accounts.changePassword, Values>(accounts.changePassword, {
    request: ({ currentPassword, newPassword }) => ({ body: { currentPassword, newPassword } }),
    refreshes: [accounts.listMySessions],
    fieldOf: { wrong_current_password: 'currentPassword', password_too_weak: 'newPassword' },
    onDone: () => {
      form.reset();
      void message.success(text('accounts.me.changed'));
    },
  });
  return (
    <Form<Values> {...form.formProps}>
      {form.problem && <Alert className={css.problem ?? ''} type="error" showIcon title={form.problem} />}
      <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
      <Form.Item name="currentPassword" label={text('accounts.me.currentPassword')}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="newPassword" label={text('accounts.me.newPassword')} extra={text('accounts.me.passwordHint')}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={text('accounts.me.repeat')}
        dependencies={['newPassword']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value: string) =>
              value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error(kit('fields.passwords_differ'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <p className={css.hint}>{text('accounts.me.changeNote')}</p>
      <Button type="primary" htmlType="submit" loading={form.pending}>
        {text('accounts.me.change')}
      </Button>
    </Form>
  );
}
