import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { circlesOf, importGraph } from './circles.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folders = ['apps', 'libs'].flatMap((group) =>
  readdirSync(path.join(root, group))
    .map((name) => path.join(root, group, name, 'src'))
    .filter((folder) => existsSync(folder)),
);

describe('imports', () => {
  it('are found with those of types', () => {
    const graph = importGraph(folders);
    const importedBy = (end: string) =>
      [...graph].flatMap(([file, imported]) => (file.endsWith(end) ? imported.map((one) => path.basename(one)) : []));
    expect(graph.size).toBeGreaterThan(900);
    expect(importedBy('/requirements.ts')).toContain('hours.ts');
    expect(importedBy('/appeals/DecideModal.tsx')).toContain('types.ts');
  });

  it('run in circles where a file reaches itself, directly or through others', () => {
    const graph = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', []],
      ['e', ['e', 'd']],
    ]);
    expect(circlesOf(graph)).toEqual([
      ['a', 'b', 'c', 'a'],
      ['e', 'e'],
    ]);
  });

  it('run in no circle between the sources of apps and libraries', () => {
    const circles = circlesOf(importGraph(folders));
    expect(circles.map((files) => files.map((file) => path.relative(root, file)).join(' → '))).toEqual([]);
  });
});
