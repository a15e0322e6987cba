import { describe, expect, it, jest } from '@jest/globals';
import { watching } from '../../faults/watching.ts';

// real processes, which are killed and start again
jest.setTimeout(240_000);

describe('watching when processes die', () => {
  it('P1: no acknowledged heartbeat or award is lost or doubled when the API and PostgreSQL are killed', async () => {
    const report = await watching(3, () => undefined);
    expect(report).toMatchObject({ lost: 0, doubled: 0, broken: [], stored: report.acknowledged });
    expect(report.acknowledged).toBeGreaterThan(100);
  });
});
