import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { supervisionOf, type LateTraining } from './supervision.ts';

const late = (title: string, count: number): LateTraining => ({
  assignmentId: title,
  title,
  dueAt: '2026-11-22T10:00:00Z',
  count,
  organizations: 1,
  organizationId: 'o',
  organizationName: '城关支部',
  names: ['张三'],
});

describe('what those who answer for others are told', () => {
  it('is nothing of nothing, and of one training what it was', () => {
    expect(supervisionOf('secretary', [])).toBeNull();
    expect(supervisionOf('secretary', [late('A', 2)])).toEqual({ code: 'escalation.secretary', params: late('A', 2) });
    expect(supervisionOf('superior', [late('A', 2)])).toMatchObject({ code: 'escalation.superior' });
  });

  it('is one message of several, those with the most late people first', () => {
    expect(supervisionOf('superior', [late('A', 2), late('B', 5), late('C', 2)])).toEqual({
      code: 'escalation.superiorDigest',
      params: { trainings: [late('B', 5), late('A', 2), late('C', 2)], more: 0, count: 9 },
    });
  });

  it('counts everything, however many are named', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 60 }), (counts) => {
        const digest = supervisionOf(
          'secretary',
          counts.map((count, index) => late(`T${index}`, count)),
        );
        if (digest?.code !== 'escalation.secretaryDigest') throw new Error('Not a digest');
        const { trainings, more, count } = digest.params;
        expect(trainings.length + more).toBe(counts.length);
        expect(trainings.length).toBeLessThanOrEqual(10);
        expect(count).toBe(counts.reduce((sum, each) => sum + each, 0));
        expect(trainings[0]?.count).toBe(Math.max(...counts));
      }),
    );
  });
});
