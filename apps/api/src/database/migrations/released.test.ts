import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { brokenPromises, fingerprints } from './fingerprints.ts';
import { migrations } from './index.ts';

const released = JSON.parse(readFileSync(new URL('released.json', import.meta.url), 'utf8')) as Record<string, string>;

const migration = (name: string, ...statements: string[]) => {
  class Sample implements MigrationInterface {
    static readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements) await runner.query(statement);
    }
    async down(): Promise<void> {}
  }
  return Sample;
};

describe('a released migration', () => {
  it('is what it was when it was released', async () => {
    expect(brokenPromises(released, await fingerprints(migrations))).toEqual([]);
  });

  it('is noticed when it is changed, gone or moved; a new one may follow', async () => {
    const [one, two] = [migration('One', 'create table a (id int)'), migration('Two', 'create table b (id int)')];
    const promised = await fingerprints([one, two]);
    const broken = async (...list: ReturnType<typeof migration>[]) =>
      brokenPromises(promised, await fingerprints(list));
    expect(await broken(one, two, migration('Three', 'create table c (id int)'))).toEqual([]);
    expect(await broken(migration('One', 'create table a (id bigint)'), two)).toEqual(['One']);
    expect(await broken(one)).toEqual(['Two']);
    expect(await broken(one, migration('Three', 'select 1'), two)).toEqual(['Two']);
  });

  it('may change its comments and its lines', async () => {
    const before = await fingerprints([migration('One', 'create table a (\n  id int -- the key\n)')]);
    const after = await fingerprints([migration('One', 'create table a ( id int\n)')]);
    expect(after).toEqual(before);
  });
});
