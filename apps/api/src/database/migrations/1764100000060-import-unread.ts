import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns of a file that mean nothing to an import are named, and not read. */
export class ImportUnread1764100000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table import_batch add column unread text[] not null default '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import_batch drop column unread');
  }
}
