import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const texts = [
  'apps/{admin,portal}/src/i18n/zh/*.ts',
  'apps/api/src/modules/imports/template/*.ts',
  'libs/web-kit/src/i18n/zh.ts',
  'libs/domain/src/**/*-zh.ts',
  'libs/contracts/src/labels/*-zh.ts',
  'tools/demo/content/*.ts',
  'tools/province/content.ts',
];

/** A comma, colon, question mark or parenthesis of Latin width right beside a Chinese character or a place for words. */
const narrow = /(?:\p{Script=Han}|\}\})[,;:?!()]|[,;:?!(](?:\p{Script=Han}|\{\{)/u;

test('Chinese texts have Chinese punctuation', () => {
  const lists = texts.map((pattern) => globSync(pattern, { cwd: root }));
  // A pattern that matches nothing checks nothing: the texts moved.
  expect(texts.filter((_, index) => lists[index]?.length === 0)).toEqual([]);
  const files = lists.flat();
  const found = files.flatMap((file) =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (narrow.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
