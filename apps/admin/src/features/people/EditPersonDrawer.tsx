import { people, type ResponseOf } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { App } from 'antd';
import { FormDrawer, StaleFormNotice, employerDifference, useContractForm, useStaleEdit } from '../../app/ui/index.ts';
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
  const edit = useStaleEdit(person, onClose);
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
    onFailed: edit.caught,
    onDone: () => {
      void message.success(text('app.saved'));
      onClose();
    },
  });
  const compare = (saved: Person, mine: PersonValues) => {
    const yes = (value: boolean) => text(value ? 'audit.yes' : 'audit.no');
    // an empty number stays what it is
    const number = (label: string, masked: string | null, typed: string | undefined) => {
      const theirs = masked ?? text('app.none');
      return { label, theirs, mine: orNull(typed) ?? theirs };
    };
    const reason = (exempt: boolean, why: string | null | undefined) => (exempt && why) || text('app.none');
    return {
      name: { label: text('people.name'), theirs: saved.name, mine: mine.name },
      kind: {
        label: text('people.kind'),
        theirs: kit(`personKind.${saved.kind}`),
        mine: kit(`personKind.${mine.kind}`),
      },
      position: {
        label: text('people.position'),
        theirs: kit(`position.${saved.position}`),
        mine: kit(`position.${mine.position}`),
      },
      phone: number(text('people.phone'), saved.maskedPhone, mine.phone),
      identityNumber: number(text('people.identityNumber'), saved.maskedIdentityNumber, mine.identityNumber),
      employerId: employerDifference({
        label: text('employers.employer'),
        theirs: saved.employer,
        mine: mine.employerId,
        first: person.employer,
        none: text('employers.likeOrganization'),
      }),
      exempt: { label: text('people.exempt'), theirs: yes(saved.exempt), mine: yes(mine.exempt) },
      exemptReason: {
        label: text('people.exemptReason'),
        theirs: reason(saved.exempt, saved.exemptReason),
        mine: reason(mine.exempt, mine.exemptReason),
      },
    };
  };
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
      <StaleFormNotice edit={edit} form={form} compare={compare} />
      <PersonFields
        kept={{ phone: person.maskedPhone, identityNumber: person.maskedIdentityNumber }}
        employer={person.employer}
      />
    </FormDrawer>
  );
}
