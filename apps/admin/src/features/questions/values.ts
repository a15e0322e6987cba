import type { BodyInput, questions, ResponseOf } from '@dangxiao/contracts';

export type Question = ResponseOf<typeof questions.listQuestions>['items'][number];
type Body = Omit<BodyInput<typeof questions.createQuestion>, 'organizationId'>;
export type Key = Body['correct'][number];
export const keys = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const satisfies readonly Key[];

export interface QuestionValues {
  kind: Body['kind'];
  text: string;
  /** Texts of the options; their letters follow from the order. */
  options: string[];
  correct: Key[];
  explanation: string;
}

export function valuesOf(question: Question | null): QuestionValues {
  if (!question) return { kind: 'single', text: '', options: ['', '', '', ''], correct: [], explanation: '' };
  const { kind, text, options, correct, explanation } = question;
  return { kind, text, options: options.map((option) => option.text), correct: correct as Key[], explanation };
}

export function bodyOf({ kind, text, options, correct, explanation }: QuestionValues): Body {
  const listed = kind === 'true_false' ? [] : options;
  return {
    kind,
    text: text ?? '',
    options: listed.map((option, index) => ({ key: keys[index] ?? 'A', text: option ?? '' })),
    correct: correct ?? [],
    explanation: explanation ?? '',
  };
}
