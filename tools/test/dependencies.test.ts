import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { installedPackages } from './packages.ts';
import { isAllowed } from './spdx.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Packages whose manifest says nothing, with what their read-me says. */
const saidElsewhere: Record<string, string> = { 'combine-errors': 'MIT', pause: 'MIT' };

describe('dependencies', () => {
  it('have licences that allow this use', () => {
    const packages = installedPackages(path.join(root, 'node_modules'));
    expect(packages.length).toBeGreaterThan(300);
    const refused = packages.filter(({ name, licence }) => !isAllowed(saidElsewhere[name] ?? licence));
    expect(refused).toEqual([]);
  });

  it('are locked without download addresses, with their hashes', () => {
    const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { resolved?: string; link?: boolean; integrity?: string; inBundle?: boolean }>;
    };
    const entries = Object.entries(lock.packages).filter(([where]) => where.includes('node_modules/'));
    expect(entries.filter(([, { resolved, link }]) => !link && resolved)).toEqual([]);
    expect(entries.filter(([, { integrity, link, inBundle }]) => !link && !inBundle && !integrity)).toEqual([]);
  });
});

describe('isAllowed', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND Zlib', true],
    ['(MIT OR Apache-2.0) AND ISC', true],
    ['GPL-3.0-only', false],
    ['MIT AND AGPL-3.0', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
    ['', false],
  ])('%s: %s', (expression, expected) => {
    expect(isAllowed(expression)).toBe(expected);
  });
});
