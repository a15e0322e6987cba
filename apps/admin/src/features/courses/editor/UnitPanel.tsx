import { catalog } from '@dangxiao/contracts';
import { call, refresh, useStaleEdit, type StaleEdit } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { Section, useConfirm, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { draftReads, type Unit } from './draft.ts';
import { EditForm } from './EditForm.tsx';

interface Values {
  title: string;
}

export function UnitPanel({ unit, fixed }: { unit: Unit; fixed: boolean }) {
  const text = useText();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const client = useQueryClient();
  const edit: StaleEdit<Unit, Values> = useStaleEdit<Unit, Values>(unit, {
    fields: { title: { label: text('courses.unit.title') } },
    onTakeTheirs: () => form.reset(),
  });
  const form = useContractForm<typeof catalog.updateUnit, Values>(catalog.updateUnit, {
    request: ({ title }) => ({ params: { unitId: unit.id }, body: { revision: edit.base().revision, title } }),
    refreshes: draftReads,
    overtaken: edit.caught,
    onDone: (now) => {
      edit.saved(now);
      void message.success(text('app.saved'));
    },
  });
  const remove = () =>
    confirm({
      title: text('courses.unit.removeTitle', { title: unit.title }),
      consequence: text('courses.unit.removeConsequence', { count: unit.lessons.length }),
      action: text('courses.remove'),
      danger: true,
      run: async () => {
        await call(catalog.deleteUnit, { params: { unitId: unit.id } });
        await refresh(client, draftReads);
        void navigate('?', { replace: true });
      },
    });
  return (
    <Section title={text('courses.unit.label')}>
      <EditForm<Values>
        form={form}
        edit={edit}
        initialValues={{ title: unit.title }}
        fixed={fixed}
        extra={
          <Button danger onClick={remove}>
            {text('courses.unit.remove')}
          </Button>
        }
      >
        <Form.Item name="title" label={text('courses.unit.title')}>
          <Input maxLength={120} />
        </Form.Item>
      </EditForm>
    </Section>
  );
}
