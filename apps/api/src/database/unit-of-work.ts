import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { Sql } from './sql.ts';
import { statementName } from './statement-name.ts';
import type { QueryConfig, QueryResult } from 'pg';

type Hook = () => void | Promise<void>;

/** One transaction. Throws when it is used after its end, so that no write can slip out of it. */
export class Tx implements Sql {
  private ended = false;
  private readonly hooks: Hook[] = [];

  constructor(private readonly runner: QueryRunner) {}

  /** TypeORM inside this transaction: explicit insert and update only. */
  get manager(): EntityManager {
    this.assertOpen();
    return this.runner.manager;
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
