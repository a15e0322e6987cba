import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import type { EntityClass } from './columns.ts';
import { findRow, type Rows, type Where } from './rows.ts';
import type { Sql } from './sql.ts';
import { statementName } from './statement-name.ts';

export const POOL = Symbol('pg pool');

/** Statements outside a transaction: one round trip each. */
@Injectable()
export class Pg implements Sql, Rows {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly source: DataSource,
  ) {}

  /** See `Rows.find`. */
  async find<Row extends object, const Field extends keyof Row & string>(
    entity: EntityClass<Row>,
    where: Where<NoInfer<Row>>,
    fields: readonly Field[],
  ): Promise<Pick<Row, Field> | null> {
    return findRow(this.source.manager, entity, where, fields);
  }

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(sql, [...params])).rows as Row[];
  }

  async one<Row>(sql: string, params: readonly unknown[] = []): Promise<Row | null> {
    return (await this.query<Row>(sql, params))[0] ?? null;
  }

  async execute(sql: string, params: readonly unknown[] = []): Promise<number> {
    return (await this.pool.query(sql, [...params])).rowCount ?? 0;
  }

  /**
   * Like `query`, planned once per connection: for the hot paths. Only for a text that is constant; each different text is kept by every
   * connection.
   */
  async prepared<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query({ name: statementName(sql), text: sql, values: [...params] })).rows as Row[];
  }
}
