import { notices } from '@dangxiao/contracts';
import { Alert, App, Form, Input } from 'antd';
import { FormModal, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';

interface Props {
  person: { id: string; name: string };
  /** An address that is in use, and is not any more from then on. */
  replaces: boolean;
  onClose: () => void;
}

/** An address for somebody who does not enter it; the email of confirmation goes out at once. */
export function EmailModal({ person, replaces, onClose }: Props) {
  const text = useText();
  const { message } = App.useApp();
  const form = useContractForm<typeof notices.putPersonEmail, { email?: string }>(notices.putPersonEmail, {
    request: ({ email = '' }) => ({ params: { personId: person.id }, body: { email: email.trim() } }),
    refreshes: [notices.getPersonEmail],
    onDone: ({ email }) => {
      void message.success(text('people.email.sent', { email: email?.masked ?? '' }));
      onClose();
    },
  });
  return (
    <FormModal
      open
      title={text('people.email.enterTitle', { name: person.name })}
      form={form}
      onClose={onClose}
      submitLabel={text('people.email.send')}
    >
      <Alert
        type={replaces ? 'warning' : 'info'}
        showIcon
        title={text(replaces ? 'people.email.replaces' : 'people.email.note')}
        style={{ marginBottom: 16 }}
      />
      <Form.Item name="email" label={text('people.email.address')}>
        <Input type="email" maxLength={200} autoFocus autoComplete="off" />
      </Form.Item>
    </FormModal>
  );
}
