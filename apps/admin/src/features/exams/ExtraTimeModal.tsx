import { exams } from '@dangxiao/contracts';
import { Alert, App, Form, Input, InputNumber } from 'antd';
import { FormModal, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

interface Props {
  examId: string;
  attempts: readonly { id: string; personName: string; extraMinutes: number }[];
  onClose: () => void;
  onDone: () => void;
}

/** Gives people who are attempt now more time, in all; open pages show it within ten seconds. */
export function ExtraTimeModal({ examId, attempts, onClose, onDone }: Props) {
  const text = useText();
  const { message } = App.useApp();
  const [first] = attempts;
  const form = useContractForm<typeof exams.setExtraTime, { minutes: number; reason?: string }>(exams.setExtraTime, {
    request: ({ minutes, reason = '' }) => ({
      params: { examId },
      body: { attemptIds: attempts.map(({ id }) => id), minutes, reason },
    }),
    refreshes: [exams.listAttempts],
    onDone: ({ changed, ended }) => {
      const said = text('exams.extraDone', { count: changed });
      void message.success(ended > 0 ? `${said} ${text('exams.extraEnded', { count: ended })}` : said);
      onDone();
    },
  });
  const title =
    attempts.length === 1 && first
      ? text('exams.extraTitleOne', { name: first.personName })
      : text('exams.extraTitle', { count: attempts.length });
  return (
    <FormModal
      open
      title={title}
      form={form}
      initialValues={{ minutes: Math.max(0, first?.extraMinutes ?? 0) || 10 }}
      onClose={onClose}
      submitLabel={text('exams.extraSave')}
    >
      <Alert type="info" showIcon title={text('exams.extraConsequence')} style={{ marginBottom: 16 }} />
      <Form.Item name="minutes" label={text('exams.extraMinutes')} extra={text('exams.extraHint')}>
        <InputNumber min={0} max={300} precision={0} suffix={text('exams.minutes')} style={{ width: 160 }} autoFocus />
      </Form.Item>
      <Form.Item name="reason" label={text('exams.extraReason')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormModal>
  );
}
