export const QUESTION_KINDS = ['single', 'multiple', 'true_false'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What marking needs of a question: the option ids that are right. */
export type MarkableQuestion = { readonly kind: QuestionKind; readonly correct: readonly string[] };
export type MarkableSlot = MarkableQuestion & { readonly slot: number };

export type Mark = {
  readonly correct: number;
  readonly total: number;
  /** Percent with two decimals, cut and not rounded: a failed attempt never reads as the pass mark. */
  readonly scorePercent: string;
  readonly passed: boolean;
};

/** Whether exactly the right options were chosen. Unanswered (null or empty) is wrong; there is no part credit. */
export function markAnswer(question: MarkableQuestion, answer: readonly string[] | null): boolean {
  const chosen = new Set(answer ?? []);
  const right = new Set(question.correct);
  if (question.kind !== 'multiple' && chosen.size !== 1) return false;
  return chosen.size > 0 && chosen.size === right.size && [...chosen].every((option) => right.has(option));
}

/**
 * Marks an attempt: every slot counts the same, answers by slot number. Passed when correct ÷ total ≥ `passPercent`,
 * compared exactly and not by the printed score. A paper without slots is failed.
 */
export function markAttempt(
  slots: readonly MarkableSlot[],
  answers: ReadonlyMap<number, readonly string[] | null>,
  passPercent: number,
): Mark {
  const total = slots.length;
  const correct = slots.filter((slot) => markAnswer(slot, answers.get(slot.slot) ?? null)).length;
  const hundredths = total === 0 ? 0 : Math.floor((correct * 10_000) / total);
  return {
    correct,
    total,
    scorePercent: `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`,
    passed: total > 0 && correct * 100 >= passPercent * total,
  };
}
