import { people } from '@dangxiao/contracts';
import { useEndpoint, useErrorText, useKitText, useMutationOf } from '@dangxiao/web-kit';
import { Alert, App, Descriptions, Form, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Failed, OrganizationSelect, Waiting } from '../ui/index.ts';

export interface Moved {
  id: string;
  name: string;
}
interface Props {
  node: Moved;
  /** Where it was dropped; without one it is chosen here. */
  parent?: Moved;
  onClose: () => void;
}

const refreshes = [people.listOrganizations, people.getOrganization, people.searchOrganizations, people.listPeople];

/** Moves an organization after showing what follows: by dragging in the tree or, with the keyboard, from its page. */
export function MoveDialog({ node, parent, onClose }: Props) {
  const text = useText();
  const kit = useKitText();
  const errors = useErrorText();
  const { message } = App.useApp();
  const [parentId, setParentId] = useState(parent?.id);
  const params = { organizationId: node.id };
  const now = useEndpoint(people.getOrganization, { params });
  const preview = useEndpoint(
    people.previewOrganizationMove,
    { params, query: { parentId: parentId ?? '' } },
    { enabled: parentId !== undefined },
  );
  const move = useMutationOf(people.moveOrganization, {
    refreshes,
    onDone: () => {
      void message.success(text('changes.moved', { name: node.name }));
      onClose();
    },
  });
  const data = parentId ? preview.data : undefined;
  const names = (list: { name: string; organizationName: string }[]) =>
    list.length === 0
      ? text('changes.nobody')
      : list
          .map((one) => text('changes.nameAt', { name: one.name, organization: one.organizationName }))
          .join(text('app.separator'));
  return (
    <Modal
      open
      title={text('changes.moveTitle', { name: node.name })}
      width={560}
      onCancel={onClose}
      okText={text('changes.moveAction')}
      cancelText={text('app.cancel')}
      okButtonProps={{ disabled: !data || data.problem !== null || !now.data }}
      confirmLoading={move.isPending}
      onOk={() => {
        if (parentId && now.data) move.mutate({ params, body: { parentId, revision: now.data.revision } });
      }}
    >
      <Form layout="vertical">
        <Form.Item label={text('changes.moveTo')}>
          <OrganizationSelect
            label={text('changes.moveTo')}
            {...(parentId ? { value: parentId } : {})}
            onChange={setParentId}
            {...(parent ? { first: parent } : {})}
          />
        </Form.Item>
      </Form>
      {move.error && <Alert type="error" showIcon title={errors.of(move.error)} />}
      {preview.error && <Failed failure={preview.error} />}
      {parentId && preview.isFetching && <Waiting rows={3} />}
      {data?.problem && <Alert type="warning" showIcon title={kit(`errors.${data.problem}`)} />}
      {data && !data.problem && (
        <>
          <p>{text('changes.moveSize', { organizations: data.organizations, people: data.people })}</p>
          <Descriptions
            column={1}
            items={[
              { key: 'lose', label: text('changes.lose'), children: names(data.lose) },
              { key: 'gain', label: text('changes.gain'), children: names(data.gain) },
            ]}
          />
        </>
      )}
    </Modal>
  );
}
