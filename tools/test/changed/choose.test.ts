import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../../start/settings.ts';
import { choose } from './choose.ts';
import type { Sources } from './graph.ts';
import { EVERY_PAGE, journeyPages } from './journeys.ts';

/** A small repository with two areas, a page of one, and what they stand on. */
const repository: Sources = new Map(
  Object.entries({
    'README.md': '# Dangxiao',
    'libs/domain/package.json': '{"name": "@dangxiao/domain", "exports": {".": "./src/index.ts"}}',
    'libs/domain/src/index.ts': `export * from './exams/marking.ts';\nexport * from './shared/calendar.ts';`,
    'libs/domain/src/exams/marking.ts': `export function isRight() {}`,
    'libs/domain/src/exams/marking.test.ts': `import { isRight } from './marking.ts';`,
    'libs/domain/src/shared/calendar.ts': `export const dayIn = () => {};`,
    'libs/contracts/package.json': '{"name": "@dangxiao/contracts", "exports": {".": "./src/index.ts"}}',
    'libs/contracts/src/index.ts': `import { exams } from './exams/index.ts';\nexport * from './exams/index.ts';\nexport * from './catalog/index.ts';`,
    'libs/contracts/src/exams/index.ts': `import { settings } from './settings.ts';\nexport const exams = { ...settings };`,
    'libs/contracts/src/exams/settings.ts': `export const settings = {};`,
    'libs/contracts/src/catalog/index.ts': `export const catalog = {};`,
    'apps/api/src/app.module.ts': `import { CatalogModule } from './modules/catalog/index.ts';\nimport { ExamsModule } from './modules/exams/index.ts';`,
    'apps/api/src/database/pg.ts': `export class Pg {}`,
    'apps/api/src/modules/exams/index.ts': `export { ExamsModule } from './exams.module.ts';`,
    'apps/api/src/modules/exams/exams.module.ts': `import { Start } from './start.ts';\nexport class ExamsModule {}`,
    'apps/api/src/modules/exams/start.ts': `import { isRight } from '@dangxiao/domain';\nimport { exams } from '@dangxiao/contracts';\nimport { courseOf } from '../catalog/index.ts';\n@Handles(exams.start)\nexport class Start {}`,
    'apps/api/src/modules/exams/sweep.ts': `import { Pg } from '../../database/pg.ts';`,
    'apps/api/src/modules/catalog/index.ts': `export { courseOf as courseOf } from './course.queries.ts';\nexport { other } from './other.ts';`,
    'apps/api/src/modules/catalog/course.queries.ts': `export const courseOf = () => {};`,
    'apps/api/src/modules/catalog/other.ts': `export const other = 1;`,
    'apps/api/src/modules/catalog/publish.ts': `import { catalog } from '@dangxiao/contracts';\n@Handles(catalog.publish)\nexport class Publish {}`,
    'apps/portal/src/features/exams/ExamPage.tsx': `import { exams } from '@dangxiao/contracts';\nuseCall(exams.start);`,
    'test/support/test-app.ts': `import { AppModule } from '../../apps/api/src/app.module.ts';`,
    'test/api/exams/starting.test.ts': `import { exams } from '@dangxiao/contracts';\nimport { school } from './exam-school.ts';\ncall(exams.start);`,
    'test/api/exams/exam-school.ts': `import { catalog } from '@dangxiao/contracts';\nimport { testApp } from '../../support/test-app.ts';\nexport const school = call(catalog.publish);`,
    'test/api/catalog/drafts.test.ts': `import { testApp } from '../../support/test-app.ts';`,
    'test/api/catalog/load.measured.test.ts': `import { testApp } from '../../support/test-app.ts';`,
    'test/api/http/matrix.test.ts': `import { endpoints } from '@dangxiao/contracts';`,
    'test/journeys/answers.spec.ts': `import { test } from '@playwright/test';`,
    'test/journeys/assigning.spec.ts': `import { test } from '@playwright/test';`,
    'test/journeys/accessibility.spec.ts': `import { test } from '@playwright/test';`,
  }),
);

/** Names of the chosen test files, by stage. */
function chosen(...changed: string[]): Record<string, string[]> {
  const choices = choose(changed, repository) ?? [];
  const tests = (files: string[] = []) =>
    files.filter((file) => /\.(test|spec)\.ts$/.test(file)).map((file) => path.basename(file, '.ts'));
  return Object.fromEntries(choices.map(({ stage, files }) => [stage, tests(files)]));
}

describe('what a change can touch', () => {
  it('of a handler: tests of its area, tests that call it, and journeys through pages that call it', () => {
    expect(chosen('apps/api/src/modules/exams/start.ts')).toEqual({
      format: [],
      lint: [],
      types: [],
      unused: [],
      build: [],
      api: ['starting.test'],
      journeys: ['answers.spec'],
    });
    expect(chosen('apps/api/src/modules/catalog/publish.ts').api).toEqual(['starting.test', 'drafts.test']);
  });

  it('of what nothing calls, a job: tests of its area alone', () => {
    expect(chosen('apps/api/src/modules/exams/sweep.ts').api).toEqual(['starting.test']);
  });

  it('goes by names through an index: what takes another name of it is not touched', () => {
    expect(chosen('apps/api/src/modules/catalog/course.queries.ts').api).toEqual(['starting.test', 'drafts.test']);
    expect(chosen('apps/api/src/modules/catalog/other.ts').api).toEqual(['drafts.test']);
  });

  it('of a rule: its unit test, and the areas that go by it', () => {
    const touched = chosen('libs/domain/src/exams/marking.ts');
    expect(touched.unit).toEqual(['marking.test']);
    expect(touched.api).toEqual(['starting.test']);
    expect(touched.journeys).toEqual(['answers.spec']);
    expect(chosen('libs/domain/src/shared/calendar.ts')).not.toHaveProperty('api');
  });

  it('of a contract: the tests of the whole table too', () => {
    for (const file of ['index', 'settings'])
      expect(chosen(`libs/contracts/src/exams/${file}.ts`).api).toEqual(['starting.test', 'matrix.test']);
  });

  it('of the core of the API: every test of the API and every journey through it', () => {
    const touched = chosen('apps/api/src/database/pg.ts');
    expect(touched.api).toEqual(['starting.test', 'drafts.test', 'matrix.test']);
    expect(touched.journeys).toEqual(['answers.spec', 'assigning.spec']);
  });

  it('of a page: its journeys, the journey through every page, and the budgets; no test of the API', () => {
    const touched = chosen('apps/portal/src/features/exams/ExamPage.tsx');
    expect(touched.journeys).toEqual(['answers.spec', 'accessibility.spec']);
    expect(touched).toHaveProperty('web');
    expect(touched).not.toHaveProperty('api');
  });

  it('of a helper of tests: the tests that use it, those that measure as well', () => {
    const touched = chosen('test/support/test-app.ts');
    expect(touched.api).toEqual(['starting.test', 'drafts.test']);
    expect(touched.measured).toEqual(['load.measured.test']);
    expect(touched).not.toHaveProperty('journeys');
  });

  it('of a file that is gone: what still names it', () => {
    const without = new Map(repository);
    without.delete('libs/domain/src/exams/marking.ts');
    const choices = choose(['libs/domain/src/exams/marking.ts'], without) ?? [];
    expect(choices.find(({ stage }) => stage === 'unit')?.files).toEqual(['libs/domain/src/exams/marking.test.ts']);
    expect(choices.find(({ stage }) => stage === 'format')).toBeUndefined();
  });

  it('of documents: their format alone; of packages or settings of every stage: everything', () => {
    expect(Object.keys(chosen('README.md'))).toEqual(['format', 'unused']);
    for (const file of ['package-lock.json', 'jest.config.mjs', 'apps/api/package.json', 'tsconfig.json'])
      expect(choose([file], repository)).toBeNull();
  });
});

it('every journey says which pages it walks through, and they exist', () => {
  const specs = readdirSync(path.join(root, 'test/journeys')).filter((file) => file.endsWith('.spec.ts'));
  expect([...Object.keys(journeyPages), EVERY_PAGE].sort()).toEqual(specs.sort());
  for (const page of new Set(Object.values(journeyPages).flat()))
    expect(readdirSync(path.join(root, 'apps', page.replace('/', '/src/features/'))).length).toBeGreaterThan(0);
});
