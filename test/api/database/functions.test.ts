import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { migrations } from '../../../apps/api/src/database/migrations/index.ts';
import { ownerQuery, testDatabase } from '../../support/test-database.ts';

const root = path.resolve(import.meta.dirname, '../../..');

interface SchemaFunction {
  name: string;
  body: string;
  triggers: number;
}

/** Every function of the schema that no extension brought. */
const functionsSql = `
  select p.proname::text as name, p.prosrc as body, (select count(*)::int from pg_trigger t where t.tgfoid = p.oid) as triggers
  from pg_proc p where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`;

/** The comment that stands right before each function in the migrations' SQL, by the function's name. */
async function comments(): Promise<Map<string, string>> {
  const texts: string[] = [];
  const query = (sql: string) => Promise.resolve(void texts.push(sql));
  for (const migration of migrations) await new migration().up({ query } as never);
  const found = texts.join('\n').matchAll(/((?:^ *--.*\n)*) *create (?:or replace )?function (\w+)/gm);
  return new Map([...found].map(([, comment = '', name = '']) => [name, comment]));
}

/** The file that the comment says relies on the function. */
const reliesOn = (comment: string) => /Relied on by (\S+\.ts)/.exec(comment)?.[1] ?? 'no file is named';

/** What the file may mention: the function, a table that it writes, or another function that the comment names. */
const traces = (name: string, body: string, comment: string) => [
  name,
  ...[...body.matchAll(/\b(?:insert into|update|delete from) (\w+)/g)].map(([, table = '']) => table),
  ...[...comment.matchAll(/\b[a-z]+(?:_[a-z]+)+\b/g)].map(([word]) => word),
];

describe('functions of the schema', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let functions: SchemaFunction[];
  let commentOf: Map<string, string>;
  beforeAll(async () => {
    database = await testDatabase();
    functions = (await ownerQuery(database.ownerUrl, functionsSql)) as unknown as SchemaFunction[];
    commentOf = await comments();
  });
  afterAll(() => database.drop());

  it('stand in the migrations', () => {
    expect([...commentOf.keys()].sort()).toEqual(functions.map(({ name }) => name).sort());
  });

  it('name a file that exists', () => {
    const files = [...commentOf.values()].map(reliesOn);
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('are called by a trigger or by the file that they name, which mentions them or their table', () => {
    const idle = functions.filter(({ name, body, triggers }) => {
      const comment = commentOf.get(name) ?? '';
      const file = path.join(root, reliesOn(comment));
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const mentions = (word: string) => new RegExp(`\\b${word}\\b`).test(text);
      return !mentions(name) && (triggers === 0 || !traces(name, body, comment).some(mentions));
    });
    expect(idle.map(({ name }) => name)).toEqual([]);
  });
});
