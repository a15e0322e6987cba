import { assignments } from '@dangxiao/contracts';
import { Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { FormModal, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './assignments.module.css';
import { assignmentReads } from './reads.ts';

/** Names a new draft; the four steps follow on its own page, so that it is kept from the first moment. */
export function CreateAssignment({ organizationId, onClose }: { organizationId: string; onClose: () => void }) {
  const text = useText();
  const navigate = useNavigate();
  const form = useContractForm<typeof assignments.createAssignment, { title: string }>(assignments.createAssignment, {
    request: ({ title }) => ({
      body: {
        organizationId,
        title,
        description: '',
        mode: 'live',
        required: true,
        opensAt: new Date().toISOString(),
        dueAt: null,
        graceUntil: null,
        items: [],
        rules: { include: [], exclude: [], excludeExempt: true },
      },
    }),
    refreshes: assignmentReads,
    onDone: ({ id }) => void navigate(paths.assignmentEditor(id)),
  });
  return (
    <FormModal
      open
      title={text('assignments.createTitle')}
      form={form}
      onClose={onClose}
      initialValues={{ title: '' }}
      submitLabel={text('assignments.createAction')}
    >
      <p className={css.hint}>{text('assignments.createHint')}</p>
      <Form.Item name="title" label={text('assignments.name')}>
        <Input maxLength={120} autoFocus />
      </Form.Item>
    </FormModal>
  );
}
