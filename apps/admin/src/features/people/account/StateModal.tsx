import { accounts, people } from '@dangxiao/contracts';
import { Alert, App, Form, Input } from 'antd';
import { FormModal, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';

interface Props {
  person: { id: string; name: string; account: string };
  onClose: () => void;
}

/** Disables or enables an account, with a reason for the audit log. */
export function StateModal({ person, onClose }: Props) {
  const text = useText();
  const { message } = App.useApp();
  const disabling = person.account !== 'disabled';
  const form = useContractForm<typeof accounts.setAccountDisabled, { reason: string }>(accounts.setAccountDisabled, {
    request: ({ reason }) => ({ params: { personId: person.id }, body: { disabled: disabling, reason } }),
    refreshes: [people.getPerson, people.listPeople],
    onDone: () => {
      void message.success(text(disabling ? 'people.disabled' : 'people.enabled', { name: person.name }));
      onClose();
    },
  });
  return (
    <FormModal
      open
      danger={disabling}
      title={text(disabling ? 'people.disableTitle' : 'people.enableTitle', { name: person.name })}
      form={form}
      onClose={onClose}
      submitLabel={text(disabling ? 'people.disable' : 'people.enable')}
    >
      <Alert
        type={disabling ? 'warning' : 'info'}
        showIcon
        title={text(disabling ? 'people.disableConsequence' : 'people.enableConsequence')}
        style={{ marginBottom: 16 }}
      />
      <Form.Item name="reason" label={text('people.reason')} extra={text('people.reasonHint')}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </FormModal>
  );
}
