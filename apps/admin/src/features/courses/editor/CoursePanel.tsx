import { catalog } from '@dangxiao/contracts';
import { useStaleEdit, type StaleEdit } from '@dangxiao/web-kit';
import { App, Form, Input, Radio } from 'antd';
import { Section, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { CoverField } from './CoverField.tsx';
import { draftReads, type Draft } from './draft.ts';
import { EditForm } from './EditForm.tsx';
import { InstructorField } from './InstructorField.tsx';
import { InstructorName } from './InstructorName.tsx';
import { RichText } from './RichText.tsx';

interface Values {
  title: string;
  summary: string;
  descriptionHtml: string;
  visibility: 'subtree' | 'school';
  instructorId: string | null;
}

export function CoursePanel({ draft, fixed }: { draft: Draft; fixed: boolean }) {
  const text = useText();
  const { message } = App.useApp();
  const edit: StaleEdit<Draft, Values> = useStaleEdit<Draft, Values>(draft, {
    fields: {
      title: { label: text('courses.title') },
      summary: { label: text('courses.summary') },
      descriptionHtml: { label: text('courses.description') },
      visibility: {
        label: text('courses.visibility.label'),
        show: (value: Draft['visibility']) => text(`courses.visibility.${value}`),
      },
      instructorId: {
        label: text('courses.instructor'),
        show: (id: string | null, saved) => <InstructorName id={id} known={[saved, draft]} />,
      },
    },
    onTakeTheirs: () => form.reset(),
  });
  const form = useContractForm<typeof catalog.updateCourse, Values>(catalog.updateCourse, {
    request: (values) => ({ params: { courseId: draft.id }, body: { revision: edit.base().revision, ...values } }),
    refreshes: draftReads,
    overtaken: edit.caught,
    onDone: (now) => {
      edit.saved(now);
      void message.success(text('app.saved'));
    },
  });
  const { title, summary, descriptionHtml, visibility, instructorId } = draft;
  return (
    <Section title={text('courses.outline.course')}>
      <EditForm<Values>
        form={form}
        edit={edit}
        initialValues={{ title, summary, descriptionHtml, visibility, instructorId }}
        fixed={fixed}
      >
        <Form.Item name="title" label={text('courses.title')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="summary" label={text('courses.summary')} extra={text('courses.summaryHint')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} showCount />
        </Form.Item>
        <Form.Item label={text('courses.cover')}>
          <CoverField draft={draft} fixed={fixed} />
        </Form.Item>
        <Form.Item name="instructorId" label={text('courses.instructor')}>
          <InstructorField organizationId={draft.organizationId} name={draft.instructorName} />
        </Form.Item>
        <Form.Item name="descriptionHtml" label={text('courses.description')}>
          <RichText label={text('courses.description')} />
        </Form.Item>
        <Form.Item name="visibility" label={text('courses.visibility.label')}>
          <Radio.Group
            vertical
            options={[
              { value: 'subtree', label: text('courses.visibility.subtree') },
              { value: 'school', label: text('courses.visibility.school') },
            ]}
          />
        </Form.Item>
      </EditForm>
    </Section>
  );
}
