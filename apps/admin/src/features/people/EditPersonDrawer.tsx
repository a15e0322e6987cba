import { people, type ResponseOf } from '@dangxiao/contracts';
import { App } from 'antd';
import { FormDrawer, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { orNull, PersonFields, type PersonValues } from './PersonFields.tsx';

interface Props {
  person: ResponseOf<typeof people.getPerson>;
  onClose: () => void;
}

/** Changes a person; masked numbers stay unless new ones are typed. */
export function EditPersonDrawer({ person, onClose }: Props) {
  const text = useText();
  const { message } = App.useApp();
  const form = useContractForm<typeof people.updatePerson, PersonValues>(people.updatePerson, {
    request: ({ phone, identityNumber, exemptReason, ...rest }) => ({
      params: { personId: person.id },
      body: {
        ...rest,
        revision: person.revision,
        ...(orNull(phone) ? { phone: orNull(phone) } : {}),
        ...(orNull(identityNumber) ? { identityNumber: orNull(identityNumber) } : {}),
        exemptReason: rest.exempt ? orNull(exemptReason) : null,
      },
    }),
    refreshes: [people.getPerson, people.listPeople],
    fieldOf: {
      phone_taken: 'phone',
      identity_number_invalid: 'identityNumber',
      person_duplicate: 'identityNumber',
    },
    onDone: () => {
      void message.success(text('app.saved'));
      onClose();
    },
  });
  return (
    <FormDrawer
      open
      title={text('people.editNamed', { name: person.name })}
      form={form}
      onClose={onClose}
      initialValues={{
        name: person.name,
        kind: person.kind,
        position: person.position,
        exempt: person.exempt,
        exemptReason: person.exemptReason ?? '',
      }}
      submitLabel={text('app.save')}
    >
      <PersonFields kept={{ phone: person.maskedPhone, identityNumber: person.maskedIdentityNumber }} />
    </FormDrawer>
  );
}
