import { credits, reports } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Alert, App, Form, Input } from 'antd';
import { FormModal, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';

interface Props {
  entry: { id: string; title: string; hours: string };
  onClose: () => void;
}

/** Reverses an entry, with the reason that the learner will read. */
export function ReverseModal({ entry, onClose }: Props) {
  const text = useText();
  const format = useFormat();
  const { message } = App.useApp();
  const hours = format.hours(entry.hours);
  const form = useContractForm<typeof credits.reverse, { reason: string }>(credits.reverse, {
    request: (body) => ({ params: { entryId: entry.id }, body }),
    refreshes: [credits.getRecord, credits.getEntry, reports.overview],
    onDone: () => {
      void message.success(text('records.reversedDone', { hours }));
      onClose();
    },
  });
  return (
    <FormModal
      open
      danger
      title={text('records.reverseTitle', { title: entry.title, hours })}
      form={form}
      onClose={onClose}
      submitLabel={text('records.reverse')}
    >
      <Alert type="warning" showIcon title={text('records.reverseConsequence')} style={{ marginBottom: 16 }} />
      <Form.Item name="reason" label={text('records.reverseReason')} extra={text('records.reasonHint')}>
        <Input.TextArea rows={3} maxLength={500} autoFocus />
      </Form.Item>
    </FormModal>
  );
}
