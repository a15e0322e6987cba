import { people } from '@dangxiao/contracts';
import { App, DatePicker, Form } from 'antd';
import type { Dayjs } from 'dayjs';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { FormDrawer, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { orNull, PersonFields, type PersonValues } from './PersonFields.tsx';

interface Props {
  organizationId: string;
  organizationName: string;
  onClose: () => void;
}

/** Adds a person to the organization in scope, then shows the person. */
export function CreatePersonDrawer({ organizationId, organizationName, onClose }: Props) {
  const text = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const form = useContractForm<typeof people.createPerson, PersonValues & { since?: Dayjs | null }>(
    people.createPerson,
    {
      request: ({ since, phone, identityNumber, exemptReason, ...rest }) => ({
        body: {
          ...rest,
          organizationId,
          phone: orNull(phone),
          identityNumber: orNull(identityNumber),
          exemptReason: orNull(exemptReason),
          ...(since ? { since: since.format('YYYY-MM-DD') } : {}),
        },
      }),
      refreshes: [people.listPeople, people.listOrganizations, people.getOrganization],
      fieldOf: {
        phone_taken: 'phone',
        identity_number_invalid: 'identityNumber',
        person_duplicate: 'identityNumber',
      },
      onDone: ({ id }, { body }) => {
        void message.success(text('people.created', { name: body.name }));
        void navigate(paths.person(id, 'account'));
      },
    },
  );
  return (
    <FormDrawer
      open
      title={text('people.createIn', { name: organizationName })}
      form={form}
      onClose={onClose}
      initialValues={{ kind: 'full_member', position: 'none', employerId: null, exempt: false }}
      submitLabel={text('people.create')}
    >
      <PersonFields />
      <Form.Item name="since" label={text('people.since')} extra={text('people.sinceHint')}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
    </FormDrawer>
  );
}
