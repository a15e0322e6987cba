import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { lockCall, locks } from './locks.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const own = 'apps/api/src/database/locks.ts';
const forms = Object.values(locks).flatMap((lock) => [String(lock), lock.toLocaleString('en').replaceAll(',', '_')]);
const asksForLock = new RegExp(`pg_(try_)?advisory|\\b(${forms.join('|')})\\b`);

const sources = ['apps', 'libs', 'tools', 'test'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/(^|\/)(dist|node_modules)\//.test(file)),
);

describe('advisory locks', () => {
  it('are asked for in one file only', () => {
    expect(sources).toContain(own);
    const asking = sources.filter((file) => asksForLock.test(readFileSync(path.join(root, file), 'utf8')));
    expect(asking.filter((file) => file !== import.meta.filename.slice(root.length + 1))).toEqual([own]);
  });

  it('have a number each', () => {
    expect(new Set(Object.values(locks)).size).toBe(Object.keys(locks).length);
    expect(lockCall(locks.paths)).toBe('pg_advisory_xact_lock(7203522)');
  });
});
