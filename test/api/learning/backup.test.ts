import { describe, expect, it, jest } from '@jest/globals';
import { backup } from '../../faults/backup.ts';

// a real server, its backup and what starts on it
jest.setTimeout(240_000);

describe('a backup taken while learners watch', () => {
  it('restores into an empty folder with nothing acknowledged missing', async () => {
    const report = await backup(2, () => undefined);
    expect(report).toMatchObject({ lost: 0, doubled: 0, broken: [], stored: report.acknowledged });
    expect(report.acknowledged).toBeGreaterThan(60);
  });
});
