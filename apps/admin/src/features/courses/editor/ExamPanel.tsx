import { exams } from '@dangxiao/contracts';
import { call, refresh, useEndpoint, useStaleEdit, type StaleEdit } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useNavigate } from 'react-router';
import { Loaded, Section, useConfirm, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { draftReads, type Unit } from './draft.ts';
import { EditForm } from './EditForm.tsx';
import { defaultsOf, type Exam, type ExamValues } from './exam-values.ts';
import { QuestionNames } from './QuestionNames.tsx';
import { QuestionPicker } from './QuestionPicker.tsx';

const reveals = ['after_hand_in', 'after_pass', 'never'] as const;

/** The exam at the end of a unit: its settings and the questions that it draws from. */
export function ExamPanel({ unit, organizationId, fixed }: { unit: Unit; organizationId: string; fixed: boolean }) {
  const found = useEndpoint(exams.getUnitExam, { params: { unitId: unit.id } });
  return (
    <Loaded query={found}>
      {({ exam }) => <ExamForm unit={unit} exam={exam} organizationId={organizationId} fixed={fixed} />}
    </Loaded>
  );
}

interface Props {
  unit: Unit;
  exam: Exam;
  organizationId: string;
  fixed: boolean;
}

function ExamForm({ unit, exam, organizationId, fixed }: Props) {
  const text = useText();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const client = useQueryClient();
  const navigate = useNavigate();
  const reads = [...draftReads, exams.getUnitExam];
  const params = { unitId: unit.id };
  const yes = (value: boolean) => text(value ? 'audit.yes' : 'audit.no');
  const edit: StaleEdit<Exam, ExamValues> = useStaleEdit<Exam, ExamValues>(exam, {
    fields: {
      title: { label: text('courses.exam.title') },
      questionIds: {
        label: text('courses.exam.questions'),
        of: ({ questionIds }) => [...questionIds].sort(),
        mine: (ids) => [...ids].sort(),
        show: (ids: string[]) => <QuestionNames ids={ids} organizationId={organizationId} />,
      },
      draw: { label: text('courses.exam.draw') },
      minutes: { label: text('courses.exam.minutes') },
      passPercent: { label: text('courses.exam.pass') },
      tries: { label: text('courses.exam.tries') },
      shuffleQuestions: { label: text('courses.exam.shuffleQuestions'), show: yes },
      shuffleOptions: { label: text('courses.exam.shuffleOptions'), show: yes },
      reveal: {
        label: text('courses.exam.reveal.label'),
        show: (value: ExamValues['reveal']) => text(`courses.exam.reveal.${value}`),
      },
    },
    onTakeTheirs: () => form.reset(),
  });
  const form = useContractForm<typeof exams.putUnitExam, ExamValues>(exams.putUnitExam, {
    request: (values) => ({ params, body: { revision: edit.base()?.revision ?? null, ...values } }),
    refreshes: reads,
    overtaken: edit.caught,
    onDone: (now) => {
      edit.saved(now);
      void message.success(text('app.saved'));
    },
    fieldOf: { exam_too_few_questions: 'draw' },
  });
  const remove = () =>
    confirm({
      title: text('courses.exam.removeTitle', { title: exam?.title ?? '' }),
      consequence: text('courses.exam.removeConsequence'),
      action: text('courses.remove'),
      danger: true,
      run: async () => {
        await call(exams.deleteUnitExam, { params });
        void navigate(`?at=unit:${unit.id}`, { replace: true });
        await refresh(client, reads);
      },
    });
  const number = (name: keyof ExamValues, label: string, max: number, unitText: string) => (
    <Form.Item name={name} label={label} style={{ width: 140 }}>
      <InputNumber min={1} max={max} suffix={unitText} style={{ width: '100%' }} />
    </Form.Item>
  );
  return (
    <Section title={text('courses.exam.label')}>
      <EditForm<ExamValues>
        form={form}
        edit={edit}
        initialValues={defaultsOf(exam, text('courses.exam.defaultTitle'))}
        fixed={fixed}
        extra={
          exam && (
            <Button danger onClick={remove}>
              {text('courses.exam.remove')}
            </Button>
          )
        }
      >
        <Form.Item name="title" label={text('courses.exam.title')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="questionIds" label={text('courses.exam.questions')}>
          <QuestionPicker organizationId={organizationId} />
        </Form.Item>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0 16px' }}>
          {number('draw', text('courses.exam.draw'), 200, text('courses.exam.questionUnit'))}
          {number('minutes', text('courses.exam.minutes'), 300, text('courses.exam.minuteUnit'))}
          {number('passPercent', text('courses.exam.pass'), 100, '%')}
          {number('tries', text('courses.exam.tries'), 20, text('courses.exam.tryUnit'))}
        </div>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0 48px' }}>
          <Form.Item name="shuffleQuestions" label={text('courses.exam.shuffleQuestions')} valuePropName="checked">
            <Switch />
          </Form.Item>
          <Form.Item name="shuffleOptions" label={text('courses.exam.shuffleOptions')} valuePropName="checked">
            <Switch />
          </Form.Item>
        </div>
        <Form.Item name="reveal" label={text('courses.exam.reveal.label')}>
          <Select
            style={{ maxWidth: 320 }}
            options={reveals.map((value) => ({ value, label: text(`courses.exam.reveal.${value}`) }))}
          />
        </Form.Item>
      </EditForm>
    </Section>
  );
}
