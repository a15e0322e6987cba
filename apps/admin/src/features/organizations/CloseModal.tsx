import { people } from '@dangxiao/contracts';
import { Alert, App, DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { FormModal, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Organization } from './types.ts';
import { treeReads } from './refreshes.ts';

/** Ends an organization that is empty, on a day. */
export function CloseModal({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const { id, name, revision, memberCount, childCount } = organization;
  const holds = memberCount + childCount > 0;
  const form = useContractForm<typeof people.closeOrganization, { on: Dayjs | null }>(people.closeOrganization, {
    request: ({ on }) => ({
      params: { organizationId: id },
      body: { revision, ...(on ? { on: on.format('YYYY-MM-DD') } : {}) },
    }),
    refreshes: treeReads,
    onDone: () => {
      void message.success(text('changes.done'));
      onClose();
    },
  });
  return (
    <FormModal
      open
      danger
      title={text('changes.closeTitle', { name })}
      form={form}
      onClose={onClose}
      initialValues={{ on: dayjs() }}
      submitLabel={text('changes.closeAction')}
      blocked={holds}
    >
      {holds ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={text('changes.closeHolds', { people: memberCount, children: childCount })}
        />
      ) : (
        <p>{text('changes.closeNote')}</p>
      )}
      <Form.Item name="on" label={text('changes.closeOn')}>
        <DatePicker style={{ width: '100%' }} disabledDate={(day) => day.isAfter(dayjs(), 'day')} />
      </Form.Item>
    </FormModal>
  );
}
