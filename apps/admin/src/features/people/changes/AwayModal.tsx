import { people, type ResponseOf } from '@dangxiao/contracts';
import { App, Form, Input } from 'antd';
import { FormModal, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { personReads } from '../reads.ts';
import { TargetSelect } from './TargetSelect.tsx';

interface Props {
  person: ResponseOf<typeof people.getPerson>;
  kind: 'transfer' | 'float';
  onClose: () => void;
}
interface Values {
  target: string;
  reason: string;
}

/** Asks for a transfer, or registers a floating member: another organization and a reason. */
export function AwayModal({ person, kind, onClose }: Props) {
  const text = useText();
  const { message } = App.useApp();
  const said = (sentence: string) => () => {
    void message.success(sentence);
    onClose();
  };
  const params = { personId: person.id };
  const transfer = useContractForm<typeof people.requestTransfer, Values>(people.requestTransfer, {
    request: ({ target, reason }) => ({ params, body: { toOrganizationId: target, reason } }),
    refreshes: personReads,
    fieldOf: { transfer_same_organization: 'target', organization_closed: 'target' },
    onDone: said(text('changes.transferRequested')),
  });
  const float = useContractForm<typeof people.startFloating, Values>(people.startFloating, {
    request: ({ target, reason }) => ({ params, body: { hostOrganizationId: target, reason } }),
    refreshes: personReads,
    fieldOf: { transfer_same_organization: 'target', organization_closed: 'target' },
    onDone: said(text('changes.floated')),
  });
  return (
    <FormModal
      open
      title={text(kind === 'transfer' ? 'changes.transferTitle' : 'changes.floatTitle', { name: person.name })}
      form={kind === 'transfer' ? transfer : float}
      onClose={onClose}
      submitLabel={text(kind === 'transfer' ? 'changes.requestTransfer' : 'changes.float')}
      width={520}
    >
      <p>{text(kind === 'transfer' ? 'changes.transfersHint' : 'changes.floatNote')}</p>
      <Form.Item
        name="target"
        label={text('changes.target')}
        extra={text('changes.targetHint')}
        rules={[{ required: true, message: text('changes.target') }]}
      >
        <TargetSelect />
      </Form.Item>
      <Form.Item name="reason" label={text('changes.reason')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormModal>
  );
}
