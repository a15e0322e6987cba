import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import type { Sql } from '../database/sql.ts';
import type { JobQueue } from './queues.ts';

export const BOSS = Symbol('pg-boss');

export interface SendOptions {
  /** Not before this instant. */
  startAfter?: Date;
  /** At most one waiting or running job of the queue has this key; a second send returns null. */
  singletonKey?: string;
}

/** Puts work into the queue inside the caller's transaction: it exists if and only if the transaction commits. */
@Injectable()
export class Jobs {
  constructor(@Inject(BOSS) private readonly boss: PgBoss) {}

  /** @returns the job's id, or null when `singletonKey` is already in the queue */
  async send<Data extends object>(
    tx: Sql,
    queue: JobQueue<Data>,
    data: Data,
    options: SendOptions = {},
  ): Promise<string | null> {
    const db = { executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values) }) };
    return this.boss.send(queue.name, data, { singletonKey: randomUUID(), ...options, db });
  }
}
