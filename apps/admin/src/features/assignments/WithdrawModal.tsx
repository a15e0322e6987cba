import { assignments } from '@dangxiao/contracts';
import { App, Form, Input } from 'antd';
import { FormModal, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Detail } from './editor/values.ts';
import { assignmentReads } from './reads.ts';

/** Takes the assignment back, with a reason that stays in its history. */
export function WithdrawModal({ detail, onClose }: { detail: Detail; onClose: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const { id, title, revision, counts } = detail;
  const form = useContractForm<typeof assignments.withdrawAssignment, { reason: string }>(
    assignments.withdrawAssignment,
    {
      request: ({ reason }) => ({ params: { assignmentId: id }, body: { revision, reason } }),
      refreshes: assignmentReads,
      onDone: () => {
        void message.success(text('assignments.detail.withdrawn'));
        onClose();
      },
    },
  );
  return (
    <FormModal
      open
      danger
      title={text('assignments.detail.withdrawTitle', { title })}
      form={form}
      onClose={onClose}
      submitLabel={text('assignments.detail.withdrawAction')}
    >
      <p>{text('assignments.detail.withdrawNote', { count: counts.assigned })}</p>
      <Form.Item name="reason" label={text('assignments.detail.withdrawReason')}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </FormModal>
  );
}
