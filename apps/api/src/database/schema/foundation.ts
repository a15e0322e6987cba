import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that belong together, with their indexes, triggers and functions. `down` takes away all that `up` makes. */
export interface SchemaPart {
  up: string;
  down: string;
}

/**
 * The first schema of one area, as one migration. A subclass stands in the area's folder `schema` and carries its time in its name, as TypeORM
 * asks.
 */
export abstract class Foundation implements MigrationInterface {
  /** In the order in which they refer to each other. */
  protected abstract readonly parts: readonly SchemaPart[];

  async up(runner: QueryRunner): Promise<void> {
    for (const part of this.parts) await runner.query(part.up);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const part of [...this.parts].reverse()) await runner.query(part.down);
  }
}
