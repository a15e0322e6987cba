import { catalog } from '@dangxiao/contracts';
import { call, refresh, useMutationOf } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { Section, useConfirm, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { draftReads, type Unit } from './draft.ts';
import { EditForm } from './EditForm.tsx';
import { useStale } from './use-stale.tsx';

interface Values {
  title: string;
}

export function UnitPanel({ unit, fixed }: { unit: Unit; fixed: boolean }) {
  const text = useText();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const client = useQueryClient();
  const stale = useStale(
    unit,
    [{ key: 'title', label: text('courses.unit.title') }],
    () => void refresh(client, draftReads).then(() => form.reset()),
  );
  const overwrite = useMutationOf(catalog.updateUnit, {
    refreshes: draftReads,
    onDone: stale.saved,
  });
  const form = useContractForm<typeof catalog.updateUnit, Values>(catalog.updateUnit, {
    request: ({ title }) => ({ params: { unitId: unit.id }, body: { revision: stale.revision(), title } }),
    refreshes: draftReads,
    onDone: stale.saved,
    onFailed: (failure, input) =>
      stale.caught(failure, input.body, (revision) =>
        overwrite.mutate({ ...input, body: { ...input.body, revision } }),
      ),
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
