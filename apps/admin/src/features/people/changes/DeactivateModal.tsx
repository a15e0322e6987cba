import { people, type ResponseOf } from '@dangxiao/contracts';
import { App, Form, Input } from 'antd';
import { FormModal, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { personReads } from '../reads.ts';

/** Ends somebody's membership today, with a reason. */
export function DeactivateModal(props: { person: ResponseOf<typeof people.getPerson>; onClose: () => void }) {
  const { person, onClose } = props;
  const text = useText();
  const { message } = App.useApp();
  const form = useContractForm<typeof people.deactivatePerson, { reason: string }>(people.deactivatePerson, {
    request: (values) => ({ params: { personId: person.id }, body: { ...values, revision: person.revision } }),
    refreshes: personReads,
    onDone: () => {
      void message.success(text('changes.done'));
      onClose();
    },
  });
  return (
    <FormModal
      open
      danger
      title={text('changes.deactivateTitle', { name: person.name })}
      form={form}
      onClose={onClose}
      submitLabel={text('changes.deactivate')}
    >
      <p>{text('changes.deactivateNote')}</p>
      <Form.Item name="reason" label={text('changes.reason')}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </FormModal>
  );
}
