import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of an import may name an employing unit. */
export class ImportUnits1764100000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import_row add column unit_code text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import_row drop column unit_code');
  }
}
