import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, jest, test } from '@jest/globals';
import { names } from '../../bench/benches.ts';
import type { Result } from '../../bench/types.ts';

// a build, a server of its own, and a school for it
jest.setTimeout(600_000);

const folder = mkdtempSync(path.join(tmpdir(), 'dangxiao-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Goals are for a quiet machine and the full length; here the benches run, on both sides, and nothing is refused. */
test('every bench runs in its short form without an error', async () => {
  const json = path.join(folder, 'results.json');
  const main = path.join(import.meta.dirname, '../../bench/main.ts');
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [main, '--short', '--json', json], {
    env: environment,
  });
  process.stdout.write(stdout);
  const results = JSON.parse(readFileSync(json, 'utf8')) as Result[];
  expect(results.map(({ name }) => name)).toEqual(names);
  for (const { name, ours, reference, ratio } of results) {
    expect({ name, errors: ours.errors, reference: reference?.errors ?? 0 }).toEqual({ name, errors: 0, reference: 0 });
    expect(ours.perSecond).toBeGreaterThan(0);
    expect(ratio === null).toBe(name === 'sign-in-rush');
  }
});
