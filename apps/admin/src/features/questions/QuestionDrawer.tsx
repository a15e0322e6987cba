import { questions } from '@dangxiao/contracts';
import { Form, Input, Radio } from 'antd';
import { FormDrawer, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { CorrectField } from './CorrectField.tsx';
import { OptionsField } from './OptionsField.tsx';
import type { Question } from './QuestionsPage.tsx';
import { bodyOf, valuesOf, type QuestionValues } from './values.ts';

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
  const update = useContractForm<typeof questions.updateQuestion, QuestionValues>(questions.updateQuestion, {
    request: (values) => ({
      params: { questionId: question?.id ?? '' },
      body: { revision: question?.revision ?? 1, ...bodyOf(values) },
    }),
    refreshes,
    onDone: onClose,
  });
  return question ? update : create;
}

export function QuestionDrawer(props: Props) {
  const text = useText();
  const { question, open, onClose } = props;
  const form = useQuestionForm(props);
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
