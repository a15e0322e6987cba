import { people } from '@dangxiao/contracts';
import { App, Form } from 'antd';
import { useScope } from '../../app/shell/scope.tsx';
import { FormModal, OrganizationSelect, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Organization } from './types.ts';
import { treeReads } from './refreshes.ts';

/** Everything goes to the survivor, the scope too. */
export function MergeModal({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const { choose } = useScope();
  const { id, name, revision, memberCount, childCount } = organization;
  const form = useContractForm<typeof people.mergeOrganization, { intoId: string }>(people.mergeOrganization, {
    request: (values) => ({ params: { organizationId: id }, body: { ...values, revision } }),
    refreshes: treeReads,
    fieldOf: { organization_move_refused: 'intoId', organization_kind_not_allowed: 'intoId' },
    onDone: (_answer, { body }) => {
      void message.success(text('changes.merged'));
      onClose();
      choose(body.intoId);
    },
  });
  return (
    <FormModal
      open
      danger
      title={text('changes.mergeTitle', { name })}
      form={form}
      onClose={onClose}
      submitLabel={text('changes.mergeAction')}
    >
      <p>{text('changes.mergeNote', { name, people: memberCount, children: childCount })}</p>
      <Form.Item name="intoId" label={text('changes.mergeInto')}>
        <OrganizationSelect label={text('changes.mergeInto')} />
      </Form.Item>
    </FormModal>
  );
}
