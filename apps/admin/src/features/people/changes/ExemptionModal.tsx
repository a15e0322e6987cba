import { exemptionKind, people, type ExemptionKind, type ResponseOf } from '@dangxiao/contracts';
import { App, DatePicker, Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { FormModal, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { personReads } from '../reads.ts';

interface Values {
  kind: ExemptionKind;
  reason: string;
  validFrom: Dayjs;
  validTo?: Dayjs | null;
}

/** Exempts somebody from hard requirements: kind, reason and days. */
export function ExemptionModal(props: { person: ResponseOf<typeof people.getPerson>; onClose: () => void }) {
  const { person, onClose } = props;
  const text = useText();
  const { message } = App.useApp();
  const form = useContractForm<typeof people.setExemption, Values>(people.setExemption, {
    request: ({ validFrom, validTo, ...rest }) => ({
      params: { personId: person.id },
      body: { ...rest, validFrom: validFrom.format('YYYY-MM-DD'), validTo: validTo?.format('YYYY-MM-DD') ?? null },
    }),
    refreshes: personReads,
    onDone: () => {
      void message.success(text('changes.done'));
      onClose();
    },
  });
  return (
    <FormModal
      open
      title={text('changes.exemptTitle', { name: person.name })}
      form={form}
      onClose={onClose}
      initialValues={{ kind: 'aged', validFrom: dayjs() }}
      submitLabel={text('changes.exempt')}
    >
      <Form.Item name="kind" label={text('changes.exemptKind')}>
        <Radio.Group
          options={exemptionKind.options.map((value) => ({ value, label: text(`changes.exemption.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={text('changes.reason')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="validFrom" label={text('changes.from')}>
        <DatePicker style={{ width: '100%' }} allowClear={false} />
      </Form.Item>
      <Form.Item name="validTo" label={text('changes.until')} extra={text('changes.untilHint')}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
    </FormModal>
  );
}
