import { catalog } from '@dangxiao/contracts';
import { call, refresh, useMutationOf } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Switch } from 'antd';
import { useNavigate } from 'react-router';
import { Section, useConfirm, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { draftReads, type Lesson } from './draft.ts';
import { EditForm } from './EditForm.tsx';
import { LessonVideo } from './LessonVideo.tsx';
import { RichText } from './RichText.tsx';
import { useStale } from './use-stale.tsx';

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
  const confirm = useConfirm();
  const navigate = useNavigate();
  const client = useQueryClient();
  const params = { lessonId: lesson.id };
  const stale = useStale(
    lesson,
    [
      { key: 'title', label: text('courses.lesson.title') },
      {
        key: 'required',
        label: text('courses.lesson.required'),
        show: (value: boolean) => text(value ? 'audit.yes' : 'audit.no'),
      },
      { key: 'articleHtml', label: text('courses.lesson.article') },
      { key: 'minimumReadingSeconds', label: text('courses.lesson.reading') },
    ],
    () => void refresh(client, draftReads).then(() => form.reset()),
  );
  const overwrite = useMutationOf(catalog.updateLesson, {
    refreshes: draftReads,
    onDone: stale.saved,
  });
  const form = useContractForm<typeof catalog.updateLesson, Values>(catalog.updateLesson, {
    request: (values) => ({ params, body: { revision: stale.revision(), ...values } }),
    refreshes: draftReads,
    onDone: stale.saved,
    onFailed: (failure, input) =>
      stale.caught(failure, input.body, (revision) =>
        overwrite.mutate({ ...input, body: { ...input.body, revision } }),
      ),
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
