/**
 * Which area owns which table, and which source files name a table of another area. A table belongs to the area in whose `entities` folder its
 * entity stands; everything else in the API reaches it through that area's `index.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../start/settings.ts';

const api = path.join(root, 'apps/api/src');

export interface Mention {
  file: string;
  line: number;
  /** The area whose file it is; `http`, `jobs`, `database` or `cli` outside the areas. */
  area: string;
  table: string;
  owner: string;
  kind: 'read' | 'write';
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file));

/** Tables by their area, from the entities. */
export function tableOwners(): Map<string, string> {
  const owners = new Map<string, string>();
  for (const file of sources(path.join(api, 'modules'))) {
    const area = /modules\/([^/]+)\/entities\//.exec(file)?.[1];
    if (!area) continue;
    for (const [, table = ''] of readFileSync(file, 'utf8').matchAll(/@Entity\('([a-z_]+)'/g)) owners.set(table, area);
  }
  return owners;
}

/** Every mention of a table in a text of SQL by another area than its owner's. Schemas and migrations are apart: they name what they reference. */
export function foreignMentions(owners: ReadonlyMap<string, string>): Mention[] {
  return sources(api)
    .filter((file) => !/\/(entities|schema|migrations)\//.test(file))
    .flatMap((file) => {
      const area = areaOf(file);
      return textsOf(file).flatMap(({ text, line }) =>
        tablesIn(text, owners).flatMap(({ table, kind }) => {
          const owner = owners.get(table) ?? '';
          return owner === area ? [] : [{ file: path.relative(api, file), line, area, table, owner, kind }];
        }),
      );
    });
}

function areaOf(file: string): string {
  const [first = '', second = ''] = path.relative(api, file).split(path.sep);
  return first === 'modules' ? second : first;
}

const reads = /\b(?:from|join|using)\s+(?:only\s+|lateral\s+)?"?([a-z_]+)/gi;
const writes =
  /\b(?:insert\s+into|update|delete\s+from|truncate(?:\s+table)?|copy|merge\s+into)\s+(?:only\s+)?"?([a-z_]+)/gi;
const startsWithTable = /^\s*([a-z_]+)\s+[a-z]{1,3}\s+(?:left\s+)?join\b/gi;

/** The tables that a text of SQL names, each mention once. */
export function tablesIn(
  text: string,
  owners: ReadonlyMap<string, string>,
): { table: string; kind: 'read' | 'write' }[] {
  const written = [...text.matchAll(writes)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    table: match[1],
  }));
  const found = written.map(({ table = '' }) => ({ table, kind: 'write' as const }));
  const read = [...text.matchAll(reads), ...text.matchAll(startsWithTable)]
    .filter((match) => !written.some(({ at, end }) => match.index >= at && match.index < end))
    .map(([, table = '']) => ({ table, kind: 'read' as const }));
  return [...found, ...read].filter(({ table }) => owners.has(table));
}

/** String and template texts of a source file; what a template inserts reads as a blank. */
function textsOf(file: string): { text: string; line: number }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: { text: string; line: number }[] = [];
  const add = (node: ts.Node, text: string) =>
    texts.push({ text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      add(node, [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' ? '));
    }
    if (!ts.isImportDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}
