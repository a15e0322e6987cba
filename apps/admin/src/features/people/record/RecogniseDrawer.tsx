import { counter, credits, reports, type Counter } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { App, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { FormDrawer, useContractForm } from '../../../app/ui/index.ts';
import { uniqueId } from '../../../app/unique-id.ts';
import { useText } from '../../../i18n/use-text.ts';
import { EvidenceFiles } from './EvidenceFiles.tsx';

interface Values {
  counter: Counter;
  hours: string | null;
  date: Dayjs | null;
  title: string;
  reason: string;
  fileIds: string[];
}

interface Props {
  personId: string;
  personName: string;
  organizationId: string;
  onClose: () => void;
}

/** Hours for training elsewhere, with reason and evidence. */
export function RecogniseDrawer({ personId, personName, organizationId, onClose }: Props) {
  const text = useText();
  const kit = useKitText();
  const { message } = App.useApp();
  const [requestId] = useState(uniqueId); // a second click must not enter the hours twice
  const form = useContractForm<typeof credits.recognise, Values>(credits.recognise, {
    request: ({ hours, date, fileIds, ...rest }) => ({
      params: { personId },
      body: {
        ...rest,
        requestId,
        hours: hours ? Number(hours).toFixed(2) : '',
        date: date?.format('YYYY-MM-DD') ?? '',
        fileIds: fileIds ?? [],
      },
    }),
    refreshes: [credits.getRecord, reports.overview],
    onDone: () => {
      void message.success(text('records.recognised', { name: personName }));
      onClose();
    },
  });
  return (
    <FormDrawer
      open
      title={text('records.recogniseFor', { name: personName })}
      form={form}
      onClose={onClose}
      initialValues={{ counter: 'centralised', fileIds: [] }}
      submitLabel={text('records.recognise')}
    >
      <Form.Item name="title" label={text('records.trainingTitle')} extra={text('records.trainingHint')}>
        <Input maxLength={120} autoFocus />
      </Form.Item>
      <Form.Item name="date" label={text('records.trainingDate')} extra={text('records.trainingDateHint')}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="hours" label={text('records.hoursNumber')}>
        <InputNumber stringMode min="0.25" max="999.99" step="0.25" precision={2} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="counter" label={text('records.counter')}>
        <Select options={counter.options.map((value) => ({ value, label: kit(`counter.${value}`) }))} />
      </Form.Item>
      <Form.Item name="reason" label={text('records.reason')} extra={text('records.reasonHint')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Form.Item name="fileIds" label={text('records.files')}>
        <EvidenceFiles organizationId={organizationId} />
      </Form.Item>
    </FormDrawer>
  );
}
