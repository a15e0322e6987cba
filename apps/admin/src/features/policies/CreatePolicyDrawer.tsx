import { counter, credits } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { Alert, App, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { FormDrawer, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './policies.module.css';
import type { Policy } from './types.ts';
import { bodyOf, valuesOf, type PolicyValues } from './policy-values.ts';
import { RequirementFields } from './RequirementFields.tsx';
import { TierFields } from './TierFields.tsx';

/** A new version of the rules from a date on, starting from the newest one. */
export function CreatePolicyDrawer({ start, onClose }: { start: Policy | undefined; onClose: () => void }) {
  const text = useText();
  const kit = useKitText();
  const { message } = App.useApp();
  const form = useContractForm<typeof credits.createPolicy, PolicyValues>(credits.createPolicy, {
    request: (values) => ({ body: bodyOf(values) }),
    refreshes: [credits.listPolicies],
    fieldOf: { policy_date_taken: 'validFrom' },
    onDone: ({ validFrom }) => {
      void message.success(text('policies.created', { day: validFrom }));
      onClose();
    },
  });
  return (
    <FormDrawer
      open
      width={760}
      title={text('policies.create')}
      form={form}
      onClose={onClose}
      initialValues={valuesOf(start)}
      submitLabel={text('policies.enact')}
    >
      <Alert type="info" showIcon title={text('policies.consequence')} style={{ marginBottom: 16 }} />
      <div className={css.two}>
        <Form.Item name="name" label={text('policies.name')}>
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item name="validFrom" label={text('policies.from')} extra={text('policies.fromHint')}>
          <DatePicker style={{ width: '100%' }} minDate={dayjs().add(1, 'day')} />
        </Form.Item>
      </div>
      <TierFields />
      <div className={css.two}>
        <Form.Item name="examHours" label={text('policies.examHours')}>
          <InputNumber stringMode min="0" max="100" step="0.25" precision={2} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="lectureCounter" label={text('policies.counter')}>
          <Select options={counter.options.map((value) => ({ value, label: kit(`counter.${value}`) }))} />
        </Form.Item>
        <Form.Item name="completionPercent" label={text('policies.completion')} extra={text('policies.completionHint')}>
          <InputNumber min={1} max={100} precision={0} suffix="%" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="maxRate" label={text('policies.rate')} extra={text('policies.rateHint')}>
          <Select
            options={[100, 125, 150, 175, 200, 300].map((rate) => ({
              value: rate,
              label: text('policies.times', { rate: rate / 100 }),
            }))}
          />
        </Form.Item>
      </div>
      <RequirementFields />
    </FormDrawer>
  );
}
