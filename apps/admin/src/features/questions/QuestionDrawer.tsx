import { questions } from '@dangxiao/contracts';
import { useStaleEdit, type StaleFields } from '@dangxiao/web-kit';
import { Form, Input, Radio } from 'antd';
import { FormDrawer, StaleFormNotice, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { CorrectField } from './CorrectField.tsx';
import { OptionsField } from './OptionsField.tsx';
import type { Question } from './values.ts';
import { bodyOf, keys, valuesOf, type Key, type QuestionValues } from './values.ts';

interface Props {
  /** Null to write a new one. */
  question: Question | null;
  open: boolean;
  organizationId: string;
  onClose: () => void;
}

const kinds = ['single', 'multiple', 'true_false'] as const;
const refreshes = [questions.listQuestions];

function useQuestionForm({ question, organizationId, onClose }: Props) {
  const create = useContractForm<typeof questions.createQuestion, QuestionValues>(questions.createQuestion, {
    request: (values) => ({ body: { organizationId, ...bodyOf(values) } }),
    refreshes,
    onDone: onClose,
  });
  const edit = useStaleEdit<Question | null, QuestionValues>(question, {
    fields: useQuestionFields((): QuestionValues => update.form.getFieldsValue()),
    onTakeTheirs: onClose,
  });
  const update = useContractForm<typeof questions.updateQuestion, QuestionValues>(questions.updateQuestion, {
    request: (values) => ({
      params: { questionId: question?.id ?? '' },
      body: { revision: edit.base()?.revision ?? 1, ...bodyOf(values) },
    }),
    refreshes,
    overtaken: edit.caught,
    onDone: onClose,
  });
  return { form: question ? update : create, edit };
}

/** The fields of a question in words. @param typed what the form holds */
function useQuestionFields(typed: () => QuestionValues): StaleFields<Question, QuestionValues> {
  const text = useText();
  const letter = (key: Key, kind: QuestionValues['kind']) =>
    kind === 'true_false' ? text(key === 'A' ? 'questions.true' : 'questions.false') : key;
  return {
    kind: { label: text('questions.kind.label'), show: (kind: Question['kind']) => text(`questions.kind.${kind}`) },
    text: { label: text('questions.text') },
    options: {
      label: text('questions.options'),
      of: ({ options }) => options.map((option) => option.text),
      mine: (options: string[] | undefined) => options ?? [],
      show: (options: string[]) => options.map((option, at) => <div key={keys[at]}>{`${keys[at]} ${option}`}</div>),
    },
    correct: {
      label: text('questions.correct'),
      show: (correct: Key[], saved) =>
        correct.map((key) => letter(key, (saved ?? typed()).kind)).join(text('app.separator')),
    },
    explanation: { label: text('questions.explanation') },
  };
}

export function QuestionDrawer(props: Props) {
  const text = useText();
  const { question, open, onClose } = props;
  const { form, edit } = useQuestionForm(props);
  return (
    <FormDrawer<QuestionValues>
      open={open}
      title={text(question ? 'questions.edit' : 'questions.create')}
      width={640}
      onClose={onClose}
      form={form}
      initialValues={valuesOf(question)}
      submitLabel={text('app.save')}
    >
      <StaleFormNotice edit={edit} form={form} />
      <Form.Item name="kind" label={text('questions.kind.label')}>
        <Radio.Group
          optionType="button"
          options={kinds.map((value) => ({ value, label: text(`questions.kind.${value}`) }))}
          onChange={() => form.form.setFieldValue('correct', [])}
        />
      </Form.Item>
      <Form.Item name="text" label={text('questions.text')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before: QuestionValues, after: QuestionValues) => before.kind !== after.kind}>
        {({ getFieldValue }) => getFieldValue('kind') !== 'true_false' && <OptionsField />}
      </Form.Item>
      <Form.Item
        noStyle
        shouldUpdate={(before: QuestionValues, after: QuestionValues) =>
          before.kind !== after.kind || before.options?.length !== after.options?.length
        }
      >
        {({ getFieldValue }) => (
          <Form.Item name="correct" label={text('questions.correct')}>
            <CorrectField
              kind={getFieldValue('kind') as QuestionValues['kind']}
              count={(getFieldValue('options') as string[] | undefined)?.length ?? 0}
            />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="explanation" label={text('questions.explanation')} extra={text('questions.explanationHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </FormDrawer>
  );
}
