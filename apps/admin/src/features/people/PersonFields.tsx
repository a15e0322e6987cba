import { personKind, position, type PersonKind, type Position } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { Checkbox, Form, Input, Select } from 'antd';
import { EmployerSelect } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

export interface PersonValues {
  name: string;
  kind: PersonKind;
  position: Position;
  phone: string;
  identityNumber: string;
  employerId: string | null;
  exempt: boolean;
  exemptReason: string;
}

/** An empty field means "none" on the wire. */
export const orNull = (value: string | undefined) => value?.trim() || null;

interface Props {
  /** Masked numbers that stay as they are while their field is empty. */
  kept?: { phone: string | null; identityNumber: string | null };
  employer?: { id: string; name: string } | null;
}

/** Fields of a person. */
export function PersonFields({ kept, employer = null }: Props) {
  const text = useText();
  const kit = useKitText();
  const exempt = Form.useWatch<boolean | undefined>('exempt');
  const keep = (value: string | null | undefined) =>
    value ? text('people.keeps', { value }) : text('people.optional');
  return (
    <>
      <Form.Item name="name" label={text('people.name')}>
        <Input maxLength={50} autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={text('people.kind')}>
        <Select options={personKind.options.map((value) => ({ value, label: kit(`personKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="position" label={text('people.position')}>
        <Select options={position.options.map((value) => ({ value, label: kit(`position.${value}`) }))} />
      </Form.Item>
      <Form.Item name="phone" label={text('people.phone')} extra={keep(kept?.phone)}>
        <Input maxLength={11} inputMode="numeric" autoComplete="off" />
      </Form.Item>
      <Form.Item name="identityNumber" label={text('people.identityNumber')} extra={keep(kept?.identityNumber)}>
        <Input maxLength={18} autoComplete="off" />
      </Form.Item>
      <Form.Item name="employerId" label={text('employers.employer')}>
        <EmployerSelect placeholder={text('employers.likeOrganization')} first={employer} />
      </Form.Item>
      <Form.Item name="exempt" valuePropName="checked" extra={text('people.exemptHint')}>
        <Checkbox>{text('people.exempt')}</Checkbox>
      </Form.Item>
      {exempt && (
        <Form.Item name="exemptReason" label={text('people.exemptReason')}>
          <Input maxLength={200} />
        </Form.Item>
      )}
    </>
  );
}
