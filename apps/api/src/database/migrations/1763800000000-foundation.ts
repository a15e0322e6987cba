import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accounts } from './foundation/accounts.ts';
import { catalog } from './foundation/catalog.ts';
import { credits } from './foundation/credits.ts';
import { exams } from './foundation/exams.ts';
import { guards } from './foundation/guards.ts';
import { learning } from './foundation/learning.ts';
import { media } from './foundation/media.ts';
import { people } from './foundation/people.ts';

const parts = [guards, people, accounts, media, catalog, learning, exams, credits];

/** The first schema: one file an area, in the order in which they refer to each other. */
export class Foundation1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(part.up);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const part of [...parts].reverse()) await runner.query(part.down);
  }
}
