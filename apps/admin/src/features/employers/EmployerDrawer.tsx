import { people } from '@dangxiao/contracts';
import { useStaleEdit } from '@dangxiao/web-kit';
import { App, Form, Input } from 'antd';
import { EmployerName, FormDrawer, StaleFormNotice, EmployerSelect, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import type { EmployerRow } from './use-employer-columns.tsx';

interface Values {
  name: string;
  code: string;
  parentEmployerId: string | null;
}

const refreshes = [people.listEmployers];
const fieldOf = { employer_code_taken: 'code', employer_below_itself: 'parentEmployerId' } as const;

function Fields({ employer }: { employer?: EmployerRow }) {
  const text = useText();
  return (
    <>
      <Form.Item name="name" label={text('employers.name')} extra={text('employers.nameHint')}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="code" label={text('employers.code')} extra={text('employers.codeHint')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="parentEmployerId" label={text('employers.parent')}>
        <EmployerSelect
          placeholder={text('employers.noParent')}
          first={employer?.parent ?? null}
          {...(employer ? { without: employer.id } : {})}
        />
      </Form.Item>
    </>
  );
}

function Create({ onClose }: { onClose: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const form = useContractForm<typeof people.createEmployer, Values>(people.createEmployer, {
    request: (body) => ({ body }),
    refreshes,
    fieldOf,
    onDone: (_answer, { body }) => {
      void message.success(text('employers.created', { name: body.name }));
      onClose();
    },
  });
  return (
    <FormDrawer
      open
      title={text('employers.create')}
      form={form}
      onClose={onClose}
      initialValues={{ parentEmployerId: null }}
      submitLabel={text('employers.create')}
    >
      <Fields />
    </FormDrawer>
  );
}

function Change({ employer, onClose }: { employer: EmployerRow; onClose: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const edit = useStaleEdit<EmployerRow, Values>(employer, {
    fields: {
      name: { label: text('employers.name') },
      code: { label: text('employers.code') },
      parentEmployerId: {
        label: text('employers.parent'),
        of: ({ parent }) => parent?.id ?? null,
        show: (id: string | null, saved) => (
          <EmployerName id={id} known={[saved?.parent, employer.parent]} none={text('employers.noParent')} />
        ),
      },
    },
    onTakeTheirs: onClose,
  });
  const form = useContractForm<typeof people.updateEmployer, Values>(people.updateEmployer, {
    request: (body) => ({ params: { employerId: employer.id }, body: { ...body, revision: edit.base().revision } }),
    refreshes: [...refreshes, people.listPeople, people.getPerson, people.getOrganization],
    fieldOf,
    overtaken: edit.caught,
    onDone: () => {
      void message.success(text('app.saved'));
      onClose();
    },
  });
  return (
    <FormDrawer
      open
      title={text('employers.editNamed', { name: employer.name })}
      form={form}
      onClose={onClose}
      initialValues={{ name: employer.name, code: employer.code, parentEmployerId: employer.parent?.id ?? null }}
      submitLabel={text('app.save')}
    >
      <StaleFormNotice edit={edit} form={form} />
      <Fields employer={employer} />
    </FormDrawer>
  );
}

/** Adds an employer, or changes one. */
export function EmployerDrawer({ employer, onClose }: { employer: EmployerRow | null; onClose: () => void }) {
  return employer ? <Change employer={employer} onClose={onClose} /> : <Create onClose={onClose} />;
}
