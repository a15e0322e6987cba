import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is furthest behind in the whole school, in order and without the table: the year's standings from the most hours missing down. */
export class StandingFurthest1764100000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index standing_furthest on standing ((extract(year from from_day)), (-missing), person_id)
        include (missing, from_day, to_day) where owes and not attained`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index standing_furthest');
  }
}
