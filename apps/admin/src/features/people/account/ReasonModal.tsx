import { accounts } from '@dangxiao/contracts';
import { Alert, App, Form, Input } from 'antd';
import { FormModal, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';

interface Props {
  endpoint: typeof accounts.resetSecondFactor | typeof accounts.startSeeAs;
  personId: string;
  title: string;
  /** What follows. */
  note: string;
  submitLabel: string;
  /** Said afterwards. */
  done?: string;
  danger?: boolean;
  onClose: () => void;
  onDone?: () => void;
}

/** Something done to a person's account for a reason that the audit log keeps. */
export function ReasonModal({ endpoint, personId, title, note, submitLabel, done, danger, onClose, onDone }: Props) {
  const text = useText();
  const { message } = App.useApp();
  const form = useContractForm<typeof accounts.resetSecondFactor, { reason?: string }>(
    endpoint as typeof accounts.resetSecondFactor,
    {
      request: ({ reason = '' }) => ({ params: { personId }, body: { reason } }),
      refreshes: [accounts.listPersonSessions, accounts.listDelegations],
      onDone: () => {
        if (done) void message.success(done);
        onDone?.();
        onClose();
      },
    },
  );
  return (
    <FormModal
      open
      title={title}
      form={form}
      onClose={onClose}
      submitLabel={submitLabel}
      {...(danger ? { danger } : {})}
    >
      <Alert type={danger ? 'warning' : 'info'} showIcon title={note} style={{ marginBottom: 16 }} />
      <Form.Item name="reason" label={text('people.reason')} extra={text('people.reasonHint')}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </FormModal>
  );
}
