import { people, type OrganizationKind } from '@dangxiao/contracts';
import { kindsBelow } from '@dangxiao/domain';
import { useKitText, useStaleEdit } from '@dangxiao/web-kit';
import { App, Form, Input, Select } from 'antd';
import { EmployerName, FormDrawer, StaleFormNotice, EmployerSelect, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import type { OrganizationRow } from './use-organization-columns.tsx';

/** A new organization below `parent`, or a known one; `parentKind` is null where the kind must stay. */
export type Edited =
  | { parent: { id: string; name: string; kind: OrganizationKind } }
  | { organization: OrganizationRow; parentKind: OrganizationKind | null };

interface Values {
  name: string;
  code: string;
  kind: OrganizationKind;
  employerId: string | null;
}

const refreshes = [people.listOrganizations, people.getOrganization, people.searchOrganizations];

interface FieldsProps {
  kinds: readonly OrganizationKind[];
  employer?: OrganizationRow['employer'];
}

function Fields({ kinds, employer = null }: FieldsProps) {
  const text = useText();
  const kit = useKitText();
  return (
    <>
      <Form.Item name="name" label={text('organizations.name')} extra={text('organizations.nameHint')}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={text('organizations.kind')}>
        <Select options={kinds.map((kind) => ({ value: kind, label: kit(`organizationKind.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="code" label={text('organizations.code')} extra={text('organizations.codeHint')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="employerId" label={text('employers.employer')} extra={text('employers.organizationHint')}>
        <EmployerSelect placeholder={text('employers.unset')} first={employer} />
      </Form.Item>
    </>
  );
}

function useSaid(onClose: () => void) {
  const { message } = App.useApp();
  return (sentence: string) => {
    void message.success(sentence);
    onClose();
  };
}

function Create({ parent, onClose }: { parent: Extract<Edited, { parent: object }>['parent']; onClose: () => void }) {
  const text = useText();
  const said = useSaid(onClose);
  const kinds = kindsBelow(parent.kind);
  const form = useContractForm<typeof people.createOrganization, Values>(people.createOrganization, {
    request: (values) => ({ body: { ...values, parentId: parent.id } }),
    refreshes,
    fieldOf: { organization_code_taken: 'code', organization_kind_not_allowed: 'kind' },
    onDone: (_answer, { body }) => said(text('organizations.created', { name: body.name })),
  });
  return (
    <FormDrawer
      open
      title={text('organizations.createBelow', { name: parent.name })}
      form={form}
      onClose={onClose}
      initialValues={{
        employerId: null,
        ...(kinds[0] ? { kind: kinds[kinds.length - 1] as OrganizationKind } : {}),
      }}
      submitLabel={text('organizations.create')}
    >
      <Fields kinds={kinds} />
    </FormDrawer>
  );
}

function Change({
  organization,
  parentKind,
  onClose,
}: Extract<Edited, { organization: object }> & { onClose: () => void }) {
  const text = useText();
  const kit = useKitText();
  const said = useSaid(onClose);
  const edit = useStaleEdit<OrganizationRow, Values>(organization, {
    fields: {
      name: { label: text('organizations.name') },
      kind: {
        label: text('organizations.kind'),
        show: (kind: OrganizationKind) => kit(`organizationKind.${kind}`),
      },
      code: { label: text('organizations.code') },
      employerId: {
        label: text('employers.employer'),
        of: ({ employer }) => employer?.id ?? null,
        show: (id: string | null, saved) => (
          <EmployerName id={id} known={[saved?.employer, organization.employer]} none={text('employers.unset')} />
        ),
      },
    },
    onTakeTheirs: onClose,
  });
  const form = useContractForm<typeof people.updateOrganization, Values>(people.updateOrganization, {
    request: (body) => ({
      params: { organizationId: organization.id },
      body: { ...body, revision: edit.base().revision },
    }),
    refreshes,
    fieldOf: { organization_code_taken: 'code', organization_kind_not_allowed: 'kind' },
    overtaken: edit.caught,
    onDone: () => said(text('app.saved')),
  });
  return (
    <FormDrawer
      open
      title={text('organizations.editNamed', { name: organization.name })}
      form={form}
      onClose={onClose}
      initialValues={{
        name: organization.name,
        code: organization.code,
        kind: organization.kind,
        employerId: organization.employer?.id ?? null,
      }}
      submitLabel={text('app.save')}
    >
      <StaleFormNotice edit={edit} form={form} />
      <Fields kinds={parentKind ? kindsBelow(parentKind) : [organization.kind]} employer={organization.employer} />
    </FormDrawer>
  );
}

/** Creates or changes an organization. */
export function OrganizationDrawer({ edited, onClose }: { edited: Edited; onClose: () => void }) {
  return 'parent' in edited ? (
    <Create parent={edited.parent} onClose={onClose} />
  ) : (
    <Change {...edited} onClose={onClose} />
  );
}
