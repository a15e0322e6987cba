import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { installedPackages } from './packages.ts';
import { isAllowed } from './spdx.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Packages whose manifest says nothing, with what their read-me says. */
const saidElsewhere: Record<string, string> = {
  'combine-errors': 'MIT',
  'humanize-number': 'MIT',
  pause: 'MIT',
};

describe('dependencies', () => {
  it('have licences that allow this use', () => {
    const packages = installedPackages(path.join(root, 'node_modules'));
    expect(packages.length).toBeGreaterThan(300);
    const refused = packages.filter(({ name, licence }) => !isAllowed(saidElsewhere[name] ?? licence));
    expect(refused).toEqual([]);
  });

  it('are pinned exactly, and each to one version', () => {
    const versions = new Map<string, Set<string>>();
    for (const [name, version] of wantedPackages()) versions.set(name, (versions.get(name) ?? new Set()).add(version));
    const loose = [...versions].filter(([, all]) => all.size > 1 || [...all].some((version) => !exact.test(version)));
    expect(versions.size).toBeGreaterThan(80);
    expect(loose.map(([name, all]) => `${name} ${[...all].join(' and ')}`)).toEqual([]);
  });

  it('are locked without download addresses, with their hashes', () => {
    const entries = Object.entries(locked).filter(([where, { link }]) => where.includes('node_modules/') && !link);
    expect(entries.filter(([, { resolved }]) => resolved)).toEqual([]);
    // Builds for other platforms may be absent from a mirror; everything that every machine installs has its hash.
    expect(entries.filter(([, { integrity, inBundle, optional }]) => !integrity && !inBundle && !optional)).toEqual([]);
  });

  it('are locked completely: npm ci refuses a lock file without the builds for other platforms', () => {
    const missing = Object.entries(locked).flatMap(([where, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(where, name)),
    );
    expect(missing).toEqual([]);
  });
});

/** A version, or another package's version under a name of ours. */
const exact = /^(npm:[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Name and version as the manifests of the workspace ask for them. */
function wantedPackages(): [string, string][] {
  return globSync(['package.json', '{apps,libs}/*/package.json'], { cwd: root }).flatMap((file) => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Manifest;
    return Object.entries({ ...dependencies, ...devDependencies });
  });
}

interface Locked {
  resolved?: string;
  link?: boolean;
  integrity?: string;
  inBundle?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}

const locked = (
  JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }
).packages;

/** As Node looks for a package: beside the one that wants it, then in every folder above. */
function isLocked(where: string, name: string): boolean {
  if (`${where === '' ? '' : `${where}/`}node_modules/${name}` in locked) return true;
  return where !== '' && isLocked(where.slice(0, Math.max(0, where.lastIndexOf('/node_modules/'))), name);
}

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
