import { people } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { App, Form, Input, Select } from 'antd';
import { FormDrawer, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Organization } from './types.ts';
import { treeReads } from './refreshes.ts';

interface Values {
  name: string;
  code: string;
  personIds?: string[];
  childIds?: string[];
}

/** A new organization beside this one, with chosen members and children. */
export function SplitDrawer({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const { id, name, revision } = organization;
  const members = useEndpoint(people.listPeople, { query: { organizationId: id, subtree: 'false', limit: 100 } });
  const children = useEndpoint(people.listOrganizations, { query: { parentId: id } });
  const form = useContractForm<typeof people.splitOrganization, Values>(people.splitOrganization, {
    request: (values) => ({ params: { organizationId: id }, body: { ...values, revision } }),
    refreshes: treeReads,
    fieldOf: { organization_code_taken: 'code' },
    onDone: (_answer, { body }) => {
      void message.success(text('changes.splitDone', { name: body.name }));
      onClose();
    },
  });
  const many = (items: { id: string; name: string }[] | undefined, pending: boolean, placeholder: string) => (
    <Select
      mode="multiple"
      allowClear
      loading={pending}
      placeholder={placeholder}
      notFoundContent={text('changes.splitNone')}
      showSearch={{ optionFilterProp: 'label' }}
      options={(items ?? []).map((item) => ({ value: item.id, label: item.name }))}
    />
  );
  return (
    <FormDrawer
      open
      title={text('changes.splitTitle', { name })}
      form={form}
      onClose={onClose}
      submitLabel={text('changes.splitAction')}
    >
      <p style={{ marginTop: 0 }}>{text('changes.splitNote', { name })}</p>
      <Form.Item name="name" label={text('organizations.name')}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="code" label={text('organizations.code')} extra={text('organizations.codeHint')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="personIds" label={text('changes.splitPeople')}>
        {many(members.data?.items, members.isPending, text('changes.splitNobody'))}
      </Form.Item>
      <Form.Item name="childIds" label={text('changes.splitChildren')}>
        {many(children.data?.items, children.isPending, text('changes.splitNothing'))}
      </Form.Item>
    </FormDrawer>
  );
}
