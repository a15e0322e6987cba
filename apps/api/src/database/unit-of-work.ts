import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { EntityClass } from './columns.ts';
import { deleteRows, findRow, insertRow, updateRows, type Changes, type Lock, type Rows, type Where } from './rows.ts';
import type { Sql } from './sql.ts';
import { statementName } from './statement-name.ts';
import type { QueryConfig, QueryResult } from 'pg';

type Hook = () => void | Promise<void>;

/** One transaction. Throws when it is used after its end, so that no write can slip out of it. */
export class Tx implements Sql, Rows {
  private ended = false;
  private readonly hooks: Hook[] = [];

  constructor(private readonly runner: QueryRunner) {}

  private get manager(): EntityManager {
    this.assertOpen();
    return this.runner.manager;
  }

  /** See `Rows.find`. With a lock the row stays as it is until this transaction ends. */
  async find<Row extends object, const Field extends keyof Row & string>(
    entity: EntityClass<Row>,
    where: Where<Row>,
    fields: readonly Field[],
    lock?: Lock,
  ): Promise<Pick<Row, Field> | null> {
    return findRow(this.manager, entity, where, fields, lock);
  }

  /** See `insertRow`: every column without a default is named. */
  async insert<Row extends object, const Field extends keyof Row & string = never>(
    entity: EntityClass<Row>,
    values: Partial<NoInfer<Row>>,
    returning: readonly Field[] = [],
  ): Promise<Pick<Row, Field>> {
    return insertRow(this.manager, entity, values, returning);
  }

  /** See `updateRows`: only the named fields change. @returns how many rows */
  async update<Row extends object>(
    entity: EntityClass<Row>,
    where: Where<NoInfer<Row>>,
    changes: Changes<NoInfer<Row>>,
  ): Promise<number> {
    return updateRows(this.manager, entity, where, changes);
  }

  /** Deletes the rows that match. @returns how many */
  async delete<Row extends object>(entity: EntityClass<Row>, where: Where<NoInfer<Row>>): Promise<number> {
    return deleteRows(this.manager, entity, where);
  }

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.send(sql, params)).rows as Row[];
  }

  async one<Row>(sql: string, params: readonly unknown[] = []): Promise<Row | null> {
    return (await this.query<Row>(sql, params))[0] ?? null;
  }

  async execute(sql: string, params: readonly unknown[] = []): Promise<number> {
    return (await this.send(sql, params)).rowCount ?? 0;
  }

  /** The same transaction with statements planned once per connection: for the hot paths, whose texts are constant. */
  readonly prepared: Sql = {
    query: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await this.sendPrepared(sql, params)).rows as Row[],
    one: async <Row>(sql: string, params: readonly unknown[] = []) =>
      ((await this.sendPrepared(sql, params)).rows[0] as Row | undefined) ?? null,
    execute: async (sql, params = []) => (await this.sendPrepared(sql, params)).rowCount ?? 0,
  };

  /** Runs after the commit, never after a rollback; a failure is logged and changes nothing. */
  afterCommit(hook: Hook): void {
    this.assertOpen();
    this.hooks.push(hook);
  }

  end(): readonly Hook[] {
    this.ended = true;
    return this.hooks;
  }

  private send(sql: string, params: readonly unknown[]): Promise<QueryResult> {
    return this.sendTo({ text: sql, values: [...params] });
  }

  private sendPrepared(sql: string, params: readonly unknown[]): Promise<QueryResult> {
    return this.sendTo({ name: statementName(sql), text: sql, values: [...params] });
  }

  private async sendTo(query: QueryConfig): Promise<QueryResult> {
    this.assertOpen();
    const client = (await this.runner.connect()) as { query(query: QueryConfig): Promise<QueryResult> };
    return client.query(query);
  }

  private assertOpen(): void {
    if (this.ended) throw new Error('A transaction was used after its end');
  }
}

const retryable = new Set(['40001', '40P01']);
const MAX_TRIES = 4;

/** Runs work in one transaction: all of it is committed or none of it. */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger(UnitOfWork.name);

  constructor(private readonly source: DataSource) {}

  /**
   * Commits when `work` returns, rolls back when it throws. On a deadlock or serialization failure `work` runs again (at most 3 times more),
   * so it must not touch anything but the transaction.
   */
  async run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        const code = (error as { code?: string }).code ?? '';
        if (!retryable.has(code) || attempt === MAX_TRIES) throw error;
        await sleep(Math.random() * 20 * attempt);
      }
    }
  }

  private async once<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const runner = this.source.createQueryRunner();
    const tx = new Tx(runner);
    let result: Result;
    let hooks: readonly Hook[];
    try {
      await runner.startTransaction();
      result = await work(tx);
      hooks = tx.end();
      await runner.commitTransaction();
    } catch (error) {
      tx.end();
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
    for (const hook of hooks) await this.runHook(hook);
    return result;
  }

  private async runHook(hook: Hook): Promise<void> {
    try {
      await hook();
    } catch (error) {
      this.logger.error('An after-commit hook failed', error instanceof Error ? error.stack : String(error));
    }
  }
}
