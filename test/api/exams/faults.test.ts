import { describe, expect, it, jest } from '@jest/globals';
import { acrossDeadline } from '../../faults/exam-deadline.ts';
import { exams } from '../../faults/exams.ts';

// real processes, which are killed and start again
jest.setTimeout(240_000);

describe('exams when processes die', () => {
  it('P1: no acknowledged answer, receipt or award is lost or doubled when the API and PostgreSQL are killed', async () => {
    const report = await exams(3, () => undefined);
    expect(report).toMatchObject({ lost: 0, doubled: 0, broken: [], stored: report.acknowledged });
    expect(report.acknowledged).toBeGreaterThan(100);
  });

  it.each(['worker', 'everything'] as const)(
    'P4, P5: attempts end at the deadline with every acknowledged answer marked, though %s died across it',
    async (killed) => {
      const { ended, seconds } = await acrossDeadline(killed);
      expect(seconds).toBeLessThan(5);
      expect(ended).toHaveLength(6);
      for (const { state, finishedAtDeadline, right, marked } of ended)
        expect({ state, finishedAtDeadline, marked }).toEqual({
          state: 'timed_out',
          finishedAtDeadline: true,
          marked: right,
        });
    },
  );
});
