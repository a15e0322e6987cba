import type { Sql } from './sql.ts';

/**
 * Every advisory lock of the product; no other file asks PostgreSQL for one. A transaction that takes several takes them in the order of this
 * list, and takes them before it locks rows: so no two wait for each other. All but the first two end with the transaction.
 */
export const locks = {
  /** One process migrates, the others wait. Held by a connection, until it ends. */
  migrations: 7_203_511,
  /** One test makes the template database, the others wait. Held by a connection, until it ends. */
  testTemplate: 7_203_512,
  /** One import is applied or undone at a time: two would lock the same organizations in different orders, and are no faster side by side. */
  imports: 7_061_002,
  /** The shape of the tree of organizations. Shared: the transaction puts people or nodes somewhere. Alone: it moves or closes nodes. */
  tree: 7_061_001,
  /** `organization.path`. Shared: the transaction decides audiences by paths. Alone: it changes paths; the trigger note_moved_organization asks, too. */
  paths: 7_203_522,
  /** One change of the second tree at a time: two employers cannot be put below each other, and neither change waits for the other. */
  employers: 7_203_524,
  /** One credit policy is enacted at a time, so that versions have no gaps. */
  policies: 5_127_001,
  /** The chain of the ledger's daily anchors. */
  anchors: 5_127_002,
  /** The chain of the audit log's monthly seals. */
  seals: 5_127_003,
  /** One process counts standings and training at a time, so that sums stay exact. */
  standings: 5_127_006,
  /** One process writes the messages of supervision: two would share the trainings of a reader among two messages. */
  supervision: 7_203_525,
} as const;

export type Lock = (typeof locks)[keyof typeof locks];

/** Locks of one thing each, after all of `locks`; the ids name the thing. */
export const keyedLocks = {
  /** The next attempt of a person in an exam: [personId, examId]. */
  attempt: 'attempt',
  /** A reader's address, and how many confirmation emails a day asked for: [recipientId]. */
  emailAddress: 'email address',
} as const;

export type KeyedLock = (typeof keyedLocks)[keyof typeof keyedLocks];

/** The call that takes a lock alone, for the text of a function of the schema. */
export const lockCall = (lock: Lock) => `pg_advisory_xact_lock(${lock})`;

/** Waits until this transaction alone holds the lock. */
export async function lockFor(tx: Sql, lock: Lock): Promise<void> {
  await tx.execute('select pg_advisory_xact_lock($1)', [lock]);
}

/** Waits until no transaction holds the lock alone, and shares it with others. */
export async function shareLockFor(tx: Sql, lock: Lock): Promise<void> {
  await tx.execute('select pg_advisory_xact_lock_shared($1)', [lock]);
}

/** Takes the lock alone if it is free. @returns whether this transaction holds it */
export async function tryLockFor(tx: Sql, lock: Lock): Promise<boolean> {
  const row = await tx.one<{ free: boolean }>('select pg_try_advisory_xact_lock($1) as free', [lock]);
  return row?.free === true;
}

/** Waits until this transaction alone holds the lock of one thing. */
export async function lockForOne(tx: Sql, lock: KeyedLock, ids: readonly string[]): Promise<void> {
  await tx.execute('select pg_advisory_xact_lock(hashtextextended($1, 0))', [[lock, ...ids].join(' ')]);
}

interface Connection {
  query(sql: string, params: unknown[]): Promise<unknown>;
}

/** Waits until this connection alone holds the lock; it holds it until it ends. */
export async function lockConnection(connection: Connection, lock: Lock): Promise<void> {
  await connection.query('select pg_advisory_lock($1)', [lock]);
}
