import { credits, reports } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { App, Form, Input, Radio } from 'antd';
import { FormModal, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './appeals.module.css';
import type { Appeal } from './types.ts';

interface Values {
  decision: 'upheld' | 'rejected';
  reason: string;
}

/** Upholds or rejects an appeal; either way with a reason that the learner reads. */
export function DecideModal({ appeal, onClose }: { appeal: Appeal; onClose: () => void }) {
  const text = useText();
  const format = useFormat();
  const { message } = App.useApp();
  const hours = format.hours(appeal.hours.replace('-', ''));
  const form = useContractForm<typeof credits.decideAppeal, Values>(credits.decideAppeal, {
    request: (body) => ({ params: { appealId: appeal.id }, body }),
    refreshes: [credits.listAppeals, credits.getRecord, credits.getEntry, reports.overview],
    onDone: () => {
      void message.success(text('appeals.decided'));
      onClose();
    },
  });
  return (
    <FormModal
      open
      title={text('appeals.decideTitle', { name: appeal.personName })}
      form={form}
      onClose={onClose}
      submitLabel={text('appeals.submit')}
      width={560}
    >
      <p className={css.quote}>{appeal.text}</p>
      <p className={css.hint}>{text('appeals.reversal', { hours, reason: appeal.reversalReason })}</p>
      <Form.Item name="decision" label={text('appeals.decisionLabel')}>
        <Radio.Group
          vertical
          options={(['upheld', 'rejected'] as const).map((value) => ({
            value,
            label: (
              <>
                {text(`appeals.choose.${value}`)}
                <div className={css.hint}>{text(`appeals.consequence.${value}`, { hours })}</div>
              </>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={text('appeals.reason')} extra={text('appeals.reasonHint')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormModal>
  );
}
