import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assemblePaper } from './papers.ts';
import type { PaperRules, PaperSlot, PoolQuestion } from './papers.ts';

const question = fc.record<PoolQuestion>({
  id: fc.uuid(),
  versionId: fc.uuid(),
  kind: fc.constantFrom('single', 'multiple', 'true_false'),
  optionIds: fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { minLength: 2 }),
});
const pool = fc.uniqueArray(question, { selector: ({ id }) => id, maxLength: 12 });
const rules = fc.record<PaperRules>({
  questions: pool,
  draw: fc.integer({ min: 1, max: 12 }),
  shuffleQuestions: fc.boolean(),
  shuffleOptions: fc.boolean(),
  seed: fc.oneof(fc.string(), fc.integer()),
});

function slotsOf(given: PaperRules): PaperSlot[] {
  const paper = assemblePaper(given);
  if (!paper.ok) throw new Error(paper.error);
  return paper.slots;
}

const pooled = (count: number): PoolQuestion[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `q${index}`,
    versionId: `v${index}`,
    kind: 'single',
    optionIds: ['A', 'B', 'C', 'D'],
  }));

describe('assembling a paper', () => {
  it('draws exactly as many different questions as asked, or says that there are too few', () => {
    fc.assert(
      fc.property(rules, (given) => {
        const paper = assemblePaper(given);
        if (given.questions.length < given.draw) {
          expect(paper).toEqual({
            ok: false,
            error: 'too_few_questions',
            drawn: given.draw,
            available: given.questions.length,
          });
          return;
        }
        const slots = slotsOf(given);
        expect(slots.map(({ slot }) => slot)).toEqual(slots.map((_, index) => index + 1));
        expect(slots).toHaveLength(given.draw);
        expect(new Set(slots.map(({ questionVersionId }) => questionVersionId)).size).toBe(given.draw);
        for (const { questionVersionId, optionOrder } of slots) {
          const source = given.questions.find(({ versionId }) => versionId === questionVersionId);
          expect([...optionOrder].sort()).toEqual([...(source?.optionIds ?? [])].sort());
          if (!given.shuffleOptions || source?.kind === 'true_false') expect(optionOrder).toEqual(source?.optionIds);
        }
      }),
    );
  });

  it('is deterministic and leaves the pool alone', () => {
    fc.assert(
      fc.property(rules, (given) => {
        const before = structuredClone(given);
        expect(assemblePaper(given)).toEqual(assemblePaper(given));
        expect(given).toEqual(before);
      }),
    );
  });

  it('stays the same for ever: a known paper of a known seed', () => {
    const slots = slotsOf({
      questions: pooled(6),
      draw: 3,
      shuffleQuestions: true,
      shuffleOptions: true,
      seed: 'seed',
    });
    expect(slots.map(({ questionVersionId, optionOrder }) => `${questionVersionId} ${optionOrder.join('')}`)).toEqual(
      KNOWN_PAPER,
    );
  });

  it("keeps the pool's order without shuffling, still drawing at random", () => {
    const drawn = Array.from({ length: 50 }, (_, seed) =>
      slotsOf({ questions: pooled(8), draw: 4, shuffleQuestions: false, shuffleOptions: false, seed }).map(
        ({ questionVersionId }) => questionVersionId,
      ),
    );
    for (const versions of drawn) expect(versions).toEqual([...versions].sort());
    expect(new Set(drawn.map(String)).size).toBeGreaterThan(10);
  });

  it('counts a question that stands twice in the pool once', () => {
    const twice = [...pooled(2), ...pooled(2)];
    const paper = assemblePaper({ questions: twice, draw: 3, shuffleQuestions: true, shuffleOptions: true, seed: 1 });
    expect(paper).toMatchObject({ ok: false, available: 2 });
  });

  it('gives every question and every order of options a fair chance', () => {
    const picks = new Map<string, number>();
    const rounds = 4_000;
    for (let seed = 0; seed < rounds; seed += 1) {
      const [first] = slotsOf({ questions: pooled(5), draw: 1, shuffleQuestions: true, shuffleOptions: true, seed });
      const keys = [first?.questionVersionId ?? '', `first option ${first?.optionOrder[0]}`];
      for (const key of keys) picks.set(key, (picks.get(key) ?? 0) + 1);
    }
    for (const [key, count] of picks) {
      const expected = rounds / (key.startsWith('first option') ? 4 : 5);
      expect(Math.abs(count - expected)).toBeLessThan(expected * 0.15);
    }
    expect(picks.size).toBe(9);
  });

  it.each([0, -1, 1.5, NaN])('refuses to draw %d questions', (draw) =>
    expect(() =>
      assemblePaper({ questions: pooled(3), draw, shuffleQuestions: true, shuffleOptions: true, seed: 1 }),
    ).toThrow(RangeError),
  );
});

// Computed once. If it changes, papers of attempts that were assembled before can no longer be derived again.
const KNOWN_PAPER = ['v4 ACDB', 'v1 BCDA', 'v0 ADCB'];
