import { people, personKind, position, type PersonKind, type Position, type ResponseOf } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { App, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { FormModal, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { personReads } from '../reads.ts';

type Person = ResponseOf<typeof people.getPerson>;
interface Values {
  kind: PersonKind;
  position: Position;
  validFrom: Dayjs;
  reason: string;
}

/** Corrects one part of the history; what stood there before is superseded, not deleted. */
export function CorrectModal(props: {
  person: Person;
  membership: Person['memberships'][number];
  onClose: () => void;
}) {
  const { person, membership, onClose } = props;
  const text = useText();
  const kit = useKitText();
  const { message } = App.useApp();
  const form = useContractForm<typeof people.correctMembership, Values>(people.correctMembership, {
    request: ({ validFrom, ...rest }) => ({
      params: { personId: person.id, membershipId: membership.id },
      body: { ...rest, validFrom: validFrom.format('YYYY-MM-DD'), revision: person.revision },
    }),
    refreshes: personReads,
    onDone: () => {
      void message.success(text('app.saved'));
      onClose();
    },
  });
  return (
    <FormModal
      open
      title={text('changes.correctTitle', { organization: membership.organizationName })}
      form={form}
      onClose={onClose}
      initialValues={{
        kind: membership.kind,
        position: membership.position,
        validFrom: dayjs(membership.validFrom),
      }}
      submitLabel={text('changes.correct')}
    >
      <p>{text('changes.correctNote')}</p>
      <Form.Item name="kind" label={text('people.kind')}>
        <Select options={personKind.options.map((value) => ({ value, label: kit(`personKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="position" label={text('people.position')}>
        <Select options={position.options.map((value) => ({ value, label: kit(`position.${value}`) }))} />
      </Form.Item>
      <Form.Item name="validFrom" label={text('changes.from')}>
        <DatePicker style={{ width: '100%' }} allowClear={false} />
      </Form.Item>
      <Form.Item name="reason" label={text('changes.reason')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormModal>
  );
}
