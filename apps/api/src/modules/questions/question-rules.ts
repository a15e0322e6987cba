import type { BodyOf, FieldError, questions } from '@dangxiao/contracts';
import { ApiError } from '../../http/api-error.ts';

type Draft = Pick<BodyOf<typeof questions.createQuestion>, 'kind' | 'options' | 'correct'>;

function problems({ kind, options, correct }: Draft): FieldError[] {
  const found: FieldError[] = [];
  const report = (path: string, code: string, params: FieldError['params'] = {}) => found.push({ path, code, params });
  const keys = options.map((option) => option.key);
  if (kind === 'true_false') {
    if (options.length > 0) report('options', 'not_expected');
    if (correct.length !== 1 || !['A', 'B'].includes(correct[0] ?? '')) report('correct', 'one_of_true_false');
    return found;
  }
  if (options.length < 2) report('options', 'too_few_options', { minimum: 2 });
  if (keys.some((key, index) => key !== 'ABCDEFGH'[index])) report('options', 'keys_in_order');
  if (new Set(options.map((option) => option.text)).size < options.length) report('options', 'duplicate');
  if (correct.some((key) => !keys.includes(key))) report('correct', 'not_an_option');
  if (new Set(correct).size < correct.length) report('correct', 'duplicate');
  if (kind === 'single' && correct.length !== 1) report('correct', 'exactly_one');
  if (kind === 'multiple' && correct.length < 2) report('correct', 'at_least_two');
  return found;
}

/** Throws `question_invalid` with the fields when options and right answers do not fit the kind. */
export function assertQuestion(draft: Draft): void {
  const fields = problems(draft);
  if (fields.length > 0) throw new ApiError('question_invalid', { fields });
}
