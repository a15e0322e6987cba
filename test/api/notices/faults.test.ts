import { describe, expect, it, jest } from '@jest/globals';
import { notices } from '../../faults/notices.ts';

// real processes, which are killed and start again
jest.setTimeout(240_000);

describe('reminders and emails when processes die', () => {
  it('no message is lost or told twice; an email goes twice only where an answer was lost, and the log says so', async () => {
    const report = await notices(1, () => undefined);
    expect(report).toMatchObject({ lost: 0, doubled: 0, broken: [], stored: report.acknowledged });
    expect(report.acknowledged).toBeGreaterThan(100);
  });
});
