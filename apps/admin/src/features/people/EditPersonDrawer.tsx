import { people, type ResponseOf } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { FormDrawer, StaleNotice, useContractForm, type Difference } from '../../app/ui/index.ts';
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
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [theirs, setTheirs] = useState<Person | null>(null);
  const revision = useRef(person.revision);
  const form = useContractForm<typeof people.updatePerson, PersonValues>(people.updatePerson, {
    request: ({ phone, identityNumber, exemptReason, ...rest }) => ({
      params: { personId: person.id },
      body: {
        ...rest,
        revision: revision.current,
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
    onFailed: ({ code, params }) => {
      if (code !== 'stale_revision') return false;
      setTheirs(params.current as Person);
      return true;
    },
    onDone: () => {
      void message.success(text('app.saved'));
      onClose();
    },
  });
  const differences = (saved: Person): Difference[] => {
    const mine = form.form.getFieldsValue();
    const yes = (value: boolean) => text(value ? 'audit.yes' : 'audit.no');
    return [
      { label: text('people.name'), theirs: saved.name, mine: mine.name },
      {
        label: text('people.kind'),
        theirs: kit(`personKind.${saved.kind}`),
        mine: kit(`personKind.${mine.kind}`),
      },
      {
        label: text('people.position'),
        theirs: kit(`position.${saved.position}`),
        mine: kit(`position.${mine.position}`),
      },
      { label: text('people.phone'), theirs: saved.maskedPhone ?? '', mine: mine.phone || (saved.maskedPhone ?? '') },
      { label: text('people.exempt'), theirs: yes(saved.exempt), mine: yes(mine.exempt) },
      { label: text('people.exemptReason'), theirs: saved.exemptReason ?? '', mine: mine.exemptReason ?? '' },
    ];
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
        employingUnitId: person.employingUnit?.id ?? null,
        exempt: person.exempt,
        exemptReason: person.exemptReason ?? '',
      }}
      submitLabel={text('app.save')}
    >
      {theirs && (
        <StaleNotice
          differences={differences(theirs)}
          onTakeTheirs={() => {
            void queryClient.invalidateQueries();
            onClose();
          }}
          onKeepMine={() => {
            revision.current = theirs.revision;
            setTheirs(null);
            form.submit();
          }}
        />
      )}
      <PersonFields
        kept={{ phone: person.maskedPhone, identityNumber: person.maskedIdentityNumber }}
        unit={person.employingUnit}
      />
    </FormDrawer>
  );
}
