import { posix } from 'node:path';

/** Path of a source file from the root of the repository, with its text. */
export type Sources = ReadonlyMap<string, string>;

/** What a file names elsewhere: an import with the names it takes (`null`: everything). */
interface Reference {
  target: string;
  names: readonly string[] | null;
}

const STATEMENT = /(?:import|export)\s+(?:type\s+)?([^'";]*?)\s*from\s*'([^']+)'/g;
const WHOLE = /(?:import\s*\(\s*|import\s+|\brequire\(\s*|new URL\(\s*)'([^']+)'/g;
/** A program beside this file that it starts, or a file of another folder that it builds the path of. */
const BESIDE = /import\.meta\.dirname,\s*'([^']+)'/g;
const EXPORTED =
  /export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:const|let|function\*?|class|type|interface|enum)\s+(\w+)/g;
const HANDLER = /@Handles\((\w+)\.(\w+)\)/g;

/** A file named by its path from the root. */
const NAMED = /'([\w-]+(?:\/[\w.-]+)+\.\w+)'/g;

/** Where a mention of an endpoint is a call of it. The demo's loader calls nearly all of them and is no reason to run anything. */
const CALLERS = /^(test|apps\/(portal|admin))\//;

/** Lists that gather areas: a file that needs one of the areas has an edge of its own to it. */
const GATHERS = /^(apps\/.*\/([\w-]+\.module|entities|index)|libs\/[\w-]+\/src\/index)\.ts$/;

/**
 * Which file needs which. Names that come through an `index.ts` lead to the file that declares them; an endpoint that a test or a page calls leads
 * to its handler; lists of everything (modules, entities, `index.ts`) lead nowhere, or every file would need every other.
 */
export class Graph {
  private readonly edges = new Map<string, ReadonlySet<string>>();
  private readonly handlers = new Map<string, string>();
  private readonly packages = new Map<string, string>();
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    for (const [file, text] of sources) {
      if (posix.basename(file) === 'package.json') this.addPackage(posix.dirname(file), text);
      for (const [, area, verb] of text.matchAll(HANDLER)) this.handlers.set(`${area}.${verb}`, file);
    }
  }

  /** Everything that these files need, themselves included. */
  closure(roots: Iterable<string>): Set<string> {
    const found = new Set(roots);
    for (const file of found) for (const next of this.needsOf(file)) found.add(next);
    return found;
  }

  private addPackage(folder: string, text: string): void {
    const { name, exports = {} } = JSON.parse(text) as { name: string; exports?: Record<string, string> };
    for (const [entry, file] of Object.entries(exports))
      this.packages.set(posix.join(name, entry), posix.join(folder, file));
  }

  private needsOf(file: string): ReadonlySet<string> {
    let needs = this.edges.get(file);
    if (!needs) this.edges.set(file, (needs = new Set(this.find(file))));
    return needs;
  }

  private *find(file: string): Generator<string> {
    const text = this.sources.get(file);
    if (text === undefined || GATHERS.test(file)) return;
    for (const { target, names } of this.references(file, text)) {
      if (names === null) yield target;
      else for (const name of names) yield this.declares(target, name) ?? target;
    }
    if (CALLERS.test(file)) yield* this.handlersIn(text);
  }

  private *handlersIn(text: string): Generator<string> {
    for (const [, area, verb] of text.matchAll(/\b(\w+)\.(\w+)\b/g)) {
      const handler = this.handlers.get(`${area}.${verb}`);
      if (handler) yield handler;
    }
  }

  /** The file that declares a name which `file` exports, be it through others; undefined where it cannot be told. */
  private declares(file: string, name: string, seen = new Set<string>()): string | undefined {
    const text = this.sources.get(file);
    if (text === undefined || seen.has(file)) return undefined;
    seen.add(file);
    if ([...text.matchAll(EXPORTED)].some(([, exported]) => exported === name)) return file;
    for (const [statement, clause = '', from = ''] of text.matchAll(STATEMENT)) {
      if (!statement.startsWith('export')) continue;
      const target = this.resolve(file, from);
      if (target === undefined) continue;
      const renamed = namesOf(clause, 'after');
      if (renamed?.includes(name)) {
        const original = namesOf(clause, 'before')?.[renamed.indexOf(name)] ?? name;
        return this.declares(target, original, seen) ?? target;
      }
      const found = clause.trim() === '*' ? this.declares(target, name, seen) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  private *references(file: string, text: string): Generator<Reference> {
    for (const [, clause = '', from = ''] of text.matchAll(STATEMENT)) {
      const target = this.resolve(file, from);
      if (target) yield { target, names: namesOf(clause, 'before') };
    }
    for (const [, from = ''] of text.matchAll(WHOLE)) {
      const target = this.resolve(file, from);
      if (target) yield { target, names: null };
    }
    for (const [, from = ''] of text.matchAll(BESIDE))
      yield { target: posix.join(posix.dirname(file), from), names: null };
    for (const [, target = ''] of text.matchAll(NAMED)) if (this.sources.has(target)) yield { target, names: null };
  }

  private resolve(file: string, from: string): string | undefined {
    return from.startsWith('.') ? posix.join(posix.dirname(file), from) : this.packages.get(from);
  }
}

/** Names of `{ a, b as c }`: as the other file calls them (`before`) or as this one does (`after`); null for a default or everything. */
function namesOf(clause: string, side: 'before' | 'after'): string[] | null {
  const list = /^\{([^}]*)\}$/.exec(clause.trim())?.[1];
  if (list === undefined) return null;
  const pairs = list.split(',').map((part) =>
    part
      .trim()
      .replace(/^type\s+/, '')
      .split(/\s+as\s+/),
  );
  return pairs.map((pair) => (side === 'before' ? pair[0] : pair.at(-1)) ?? '').filter((name) => name !== '');
}
