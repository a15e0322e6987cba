import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Files with what they import. */
export type Graph = ReadonlyMap<string, readonly string[]>;

const importing = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"\n]+)\1/g;
const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => path.join(folder, name));
}

function resolved(file: string, specifier: string): string | undefined {
  const wanted = path.resolve(path.dirname(file), specifier);
  return endings.map((ending) => wanted + ending).find((found) => existsSync(found) && statSync(found).isFile());
}

/** Which source file below the folders imports which, by relative paths; imports of types count like the others. */
export function importGraph(folders: readonly string[]): Graph {
  return new Map(
    folders.flatMap(sourcesBelow).map((file) => {
      const specifiers = [...readFileSync(file, 'utf8').matchAll(importing)].map((match) => match[2] ?? '');
      return [file, specifiers.flatMap((specifier) => resolved(file, specifier) ?? [])];
    }),
  );
}

/** Circles of imports, each as the files along it with the first one again at the end. */
export function circlesOf(graph: Graph): string[][] {
  const finished = new Set<string>();
  const circles: string[][] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    const before = trail.indexOf(file);
    if (before >= 0) circles.push([...trail.slice(before), file]);
    if (before >= 0 || finished.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
    finished.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return circles;
}
