import type { QuestionKind } from './marking.ts';
import { seededDraw, shuffled } from '../shared/random.ts';

export type PoolQuestion = {
  readonly id: string;
  readonly versionId: string;
  readonly kind: QuestionKind;
  readonly optionIds: readonly string[];
};

/** Place of a question on a paper, counted from 1, with its options in the order shown. */
export type PaperSlot = { readonly slot: number; readonly questionVersionId: string; readonly optionOrder: string[] };

export type PaperRules = {
  readonly questions: readonly PoolQuestion[];
  /** How many questions to draw. */
  readonly draw: number;
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
  readonly seed: string | number;
};

export type Paper =
  { ok: true; slots: PaperSlot[] } | { ok: false; error: 'too_few_questions'; drawn: number; available: number };

/**
 * Assembles a paper: exactly `draw` different questions, or an error value, never fewer. The same pool and seed give the same paper.
 * Without shuffling, the questions drawn keep the pool's order. A true/false question always keeps its options' order.
 * Throws RangeError when `draw` is not a positive whole number.
 */
export function assemblePaper({ questions, draw, shuffleQuestions, shuffleOptions, seed }: PaperRules): Paper {
  if (!Number.isInteger(draw) || draw < 1) throw new RangeError(`Not a number of questions to draw: ${draw}`);
  const pool = [...new Map(questions.map((question) => [question.id, question])).values()];
  if (pool.length < draw) return { ok: false, error: 'too_few_questions', drawn: draw, available: pool.length };

  const random = seededDraw(seed);
  const drawn = shuffled(pool, random).slice(0, draw);
  const inOrder = shuffleQuestions ? drawn : pool.filter((question) => drawn.includes(question));
  const slots = inOrder.map(({ versionId, kind, optionIds }, index) => ({
    slot: index + 1,
    questionVersionId: versionId,
    optionOrder: shuffleOptions && kind !== 'true_false' ? shuffled(optionIds, random) : [...optionIds],
  }));
  return { ok: true, slots };
}
