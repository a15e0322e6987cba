import { people, type ResponseOf } from '@dangxiao/contracts';
import { useKitText, useStaleEdit } from '@dangxiao/web-kit';
import { App } from 'antd';
import { EmployerName, FormDrawer, StaleFormNotice, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { orNull, PersonFields, type PersonValues } from './PersonFields.tsx';

type Person = ResponseOf<typeof people.getPerson>;

interface Props {
  person: Person;
  onClose: () => void;
}

/** Changes a person; masked numbers stay unless new ones are typed. */
export function EditPersonDrawer({ person, onClose }: Props) {
  const text = useText();
  const kit = useKitText();
  const { message } = App.useApp();
  const yes = (value: boolean) => text(value ? 'audit.yes' : 'audit.no');
  const edit = useStaleEdit<Person, PersonValues>(person, {
    fields: {
      name: { label: text('people.name') },
      kind: { label: text('people.kind'), show: (kind: Person['kind']) => kit(`personKind.${kind}`) },
      position: { label: text('people.position'), show: (held: Person['position']) => kit(`position.${held}`) },
      // an empty number stays what it is
      phone: {
        label: text('people.phone'),
        of: ({ maskedPhone }) => maskedPhone,
        mine: (typed, { maskedPhone }) => orNull(typed) ?? maskedPhone,
      },
      identityNumber: {
        label: text('people.identityNumber'),
        of: ({ maskedIdentityNumber }) => maskedIdentityNumber,
        mine: (typed, { maskedIdentityNumber }) => orNull(typed) ?? maskedIdentityNumber,
      },
      employerId: {
        label: text('employers.employer'),
        of: ({ employer }) => employer?.id ?? null,
        show: (id: string | null, saved) => (
          <EmployerName id={id} known={[saved?.employer, person.employer]} none={text('employers.likeOrganization')} />
        ),
      },
      exempt: { label: text('people.exempt'), show: yes },
      exemptReason: { label: text('people.exemptReason'), of: (saved) => (saved.exempt ? saved.exemptReason : null) },
    },
    onTakeTheirs: onClose,
  });
  const form = useContractForm<typeof people.updatePerson, PersonValues>(people.updatePerson, {
    request: ({ phone, identityNumber, exemptReason, ...rest }) => ({
      params: { personId: person.id },
      body: {
        ...rest,
        revision: edit.base().revision,
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
    overtaken: edit.caught,
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
        employerId: person.employer?.id ?? null,
        exempt: person.exempt,
        exemptReason: person.exemptReason ?? '',
      }}
      submitLabel={text('app.save')}
    >
      <StaleFormNotice edit={edit} form={form} />
      <PersonFields
        kept={{ phone: person.maskedPhone, identityNumber: person.maskedIdentityNumber }}
        employer={person.employer}
      />
    </FormDrawer>
  );
}
