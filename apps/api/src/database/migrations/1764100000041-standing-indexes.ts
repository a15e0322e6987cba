import type { MigrationInterface, QueryRunner } from 'typeorm';

const covered = 'owes, attained, missing, person_id';

const up = `
  -- A standing begins and ends within one year. A list of a day looks through the year's rows before it or after it, whichever are fewer, without
  -- the table.
  create index standing_from on standing (organization_id, from_day) include (to_day, ${covered});
  create index standing_to on standing (organization_id, to_day) include (from_day, ${covered});
  drop index standing_organization;
  drop index standing_day_of;
`;

const down = `
  create index standing_day_of on standing (to_day, from_day) include (organization_id, ${covered});
  create index standing_organization on standing (organization_id, to_day, from_day);
  drop index standing_to;
  drop index standing_from;
`;

/** Lists of who stands where, as quick for the whole school as for a branch. */
export class StandingIndexes1764100000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
