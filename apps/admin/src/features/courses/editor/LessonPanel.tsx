import { catalog } from '@dangxiao/contracts';
import { call, refresh, useStaleEdit, type StaleEdit } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Switch } from 'antd';
import { useNavigate } from 'react-router';
import { Section, useConfirm, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { draftReads, type Lesson } from './draft.ts';
import { EditForm } from './EditForm.tsx';
import { LessonVideo } from './LessonVideo.tsx';
import { RichText } from './RichText.tsx';

interface Values {
  title: string;
  required: boolean;
  articleHtml?: string | null;
  minimumReadingSeconds?: number | null;
}

export function LessonPanel({
  lesson,
  organizationId,
  fixed,
}: {
  lesson: Lesson;
  organizationId: string;
  fixed: boolean;
}) {
  const text = useText();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const client = useQueryClient();
  const params = { lessonId: lesson.id };
  const edit: StaleEdit<Lesson, Values> = useStaleEdit<Lesson, Values>(lesson, {
    fields: {
      title: { label: text('courses.lesson.title') },
      required: {
        label: text('courses.lesson.required'),
        show: (value: boolean) => text(value ? 'audit.yes' : 'audit.no'),
      },
      articleHtml: { label: text('courses.lesson.article') },
      minimumReadingSeconds: { label: text('courses.lesson.reading') },
    },
    onTakeTheirs: () => form.reset(),
  });
  const form = useContractForm<typeof catalog.updateLesson, Values>(catalog.updateLesson, {
    request: (values) => ({ params, body: { revision: edit.base().revision, ...values } }),
    refreshes: draftReads,
    overtaken: edit.caught,
    onDone: (now) => {
      edit.saved(now);
      void message.success(text('app.saved'));
    },
  });
  const remove = () =>
    confirm({
      title: text('courses.lesson.removeTitle', { title: lesson.title }),
      consequence: text('courses.lesson.removeConsequence'),
      action: text('courses.remove'),
      danger: true,
      run: async () => {
        await call(catalog.deleteLesson, { params });
        await refresh(client, draftReads);
        void navigate('?', { replace: true });
      },
    });
  const { title, required, articleHtml, minimumReadingSeconds } = lesson;
  const article = lesson.kind === 'article';
  return (
    <>
      <Section title={text(article ? 'courses.lesson.kind.article' : 'courses.lesson.kind.video')}>
        <EditForm<Values>
          form={form}
          edit={edit}
          initialValues={
            article
              ? { title, required, articleHtml, minimumReadingSeconds: minimumReadingSeconds ?? 60 }
              : { title, required }
          }
          fixed={fixed}
          extra={
            <Button danger onClick={remove}>
              {text('courses.lesson.remove')}
            </Button>
          }
        >
          <Form.Item name="title" label={text('courses.lesson.title')}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item
            name="required"
            label={text('courses.lesson.required')}
            extra={text('courses.lesson.requiredHint')}
            valuePropName="checked"
          >
            <Switch />
          </Form.Item>
          {article && (
            <>
              <Form.Item name="articleHtml" label={text('courses.lesson.article')}>
                <RichText label={text('courses.lesson.article')} />
              </Form.Item>
              <Form.Item
                name="minimumReadingSeconds"
                label={text('courses.lesson.reading')}
                extra={text('courses.lesson.readingHint')}
              >
                <InputNumber min={10} max={7200} suffix={text('courses.lesson.seconds')} style={{ width: 160 }} />
              </Form.Item>
            </>
          )}
        </EditForm>
      </Section>
      {!article && <LessonVideo lesson={lesson} organizationId={organizationId} fixed={fixed} />}
    </>
  );
}
