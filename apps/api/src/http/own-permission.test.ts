import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { endpoints } from '@dangxiao/contracts';

const modules = resolve(import.meta.dirname, '../modules');
const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));

interface HandlerFile {
  file: string;
  permission: string | null;
  text: string;
}

/** The files that hold a handler, with the permission of its row. */
function handlerFiles(): HandlerFile[] {
  return globSync('**/*.ts', { cwd: modules }).flatMap((file) => {
    const text = readFileSync(resolve(modules, file), 'utf8');
    const id = /^@Handles\((\w+\.\w+)\)/m.exec(text)?.[1];
    if (id === undefined) return [];
    const access = byId.get(id)?.access;
    return [{ file, text, permission: typeof access === 'object' ? access.permission : null }];
  });
}

describe('a handler', () => {
  const files = handlerFiles();

  it('is found for every row of the table', () => {
    expect(files).toHaveLength(endpoints.length);
  });

  it('does not name the permission of its own row: its scope is bound to it', () => {
    const naming = files.filter(({ text, permission }) => permission !== null && text.includes(`'${permission}'`));
    expect(naming.map(({ file }) => file)).toEqual([]);
  });
});
