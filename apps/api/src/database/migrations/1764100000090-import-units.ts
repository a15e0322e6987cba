import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of an import may name an employer. */
export class ImportUnits1764100000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import_row add column employer_code text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import_row drop column employer_code');
  }
}
