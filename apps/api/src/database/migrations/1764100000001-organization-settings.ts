import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organization says for itself and its subtree; its earlier words stand in the audit log. */
export class OrganizationSettings1764100000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization_setting (
        organization_id uuid primary key references organization,
        settings jsonb not null,
        revision int not null default 1,
        updated_at timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table organization_setting');
  }
}
