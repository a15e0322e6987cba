import { people } from '@dangxiao/contracts';
import { App, Form, Input } from 'antd';
import { FormModal, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { personReads } from '../reads.ts';
import type { Transfer } from '../types.ts';

/** Refuses a transfer, with a reason that the other side reads. */
export function RefuseModal({ transfer, onClose }: { transfer: Transfer; onClose: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const form = useContractForm<typeof people.decideTransfer, { reason: string }>(people.decideTransfer, {
    request: ({ reason }) => ({ params: { transferId: transfer.id }, body: { decision: 'refused', reason } }),
    refreshes: personReads,
    onDone: () => {
      void message.success(text('changes.refused'));
      onClose();
    },
  });
  return (
    <FormModal
      open
      title={text('changes.refuseTitle', { name: transfer.personName })}
      form={form}
      onClose={onClose}
      submitLabel={text('changes.refuse')}
    >
      <Form.Item name="reason" label={text('changes.reason')}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </FormModal>
  );
}
