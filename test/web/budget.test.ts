import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Chunk {
  file: string;
  isEntry?: boolean;
  isDynamicEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
}

const dist = path.resolve(import.meta.dirname, '../../apps/portal/dist');
const budgetBytes = 200_000;
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** The chunks that a browser must have before `name` runs: itself and everything it imports statically. */
function closure(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const imported of manifest[name]?.imports ?? []) closure(imported, seen);
  return seen;
}

/** Bytes as they travel: the compressed copy that the build wrote, or the file itself where it is too small for one. */
function gzipped(file: string): number {
  const plain = path.join(dist, file);
  return statSync(existsSync(`${plain}.gz`) ? `${plain}.gz` : plain).size;
}

function bytes(names: Iterable<string>): number {
  const files = new Set([...names].map((name) => manifest[name]?.file).filter((file) => file?.endsWith('.js')));
  return [...files].reduce((sum, file) => sum + gzipped(file ?? ''), 0);
}

/** Scripts of one language's texts: a visitor loads one language; the larger one is counted. */
function texts(language: string): string[] {
  return Object.keys(manifest).filter((name) => name.endsWith(`/i18n/${language}.ts`));
}

/** Scripts that the page names beside the bundle. */
const besideBundle = readdirSync(dist)
  .filter((file) => file.endsWith('.js'))
  .reduce((sum, file) => sum + gzipped(file), 0);

function firstLoad(route: string): number {
  const own = [...closure('index.html'), ...closure(route)];
  return besideBundle + Math.max(...['zh', 'en'].map((language) => bytes([...own, ...texts(language)])));
}

const routes = (manifest['index.html']?.dynamicImports ?? []).filter((name) => /Page\.tsx$/.test(name));
const player = Object.keys(manifest).find((name) => /hls/.test(name)) ?? '';

describe('script of the portal, compressed', () => {
  it('is split by route', () => expect(routes.length).toBeGreaterThan(8));

  it.each(routes)('of %s is at most 200 KB on the first load', (route) => {
    expect(firstLoad(route)).toBeLessThanOrEqual(budgetBytes);
  });

  it('has the player for streams nowhere but behind the lesson page', () => {
    expect(player).not.toBe('');
    for (const route of routes) expect(closure(route)).not.toContain(player);
    const wanting = Object.entries(manifest).filter(([, { dynamicImports = [] }]) => dynamicImports.includes(player));
    expect(wanting.map(([name]) => name)).toEqual(['src/features/learning/LessonPage.tsx']);
  });
});
