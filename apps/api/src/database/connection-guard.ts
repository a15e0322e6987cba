import { Injectable, Logger } from '@nestjs/common';
import type pg from 'pg';
import { Config } from '../config/config.ts';
import { loginOf, ownerInstead } from './addresses.ts';
import { AppClient, PooledClient } from './app-client.ts';

/** A connection that is not what the program relies on: it is closed before a statement of the product runs on it. */
export class UnfitConnectionError extends Error {
  readonly code = 'UNFIT_CONNECTION';
}

const OLDEST_VERSION = 18;
const LONGEST_STATEMENT_SECONDS = 3_600;
const PATIENCE_MS = 5_000;

interface Session {
  user: string;
  owns: boolean;
  version: number;
  statementSeconds: number;
  idleSeconds: number;
  zone: string;
}

/** Owner is also a role that may become the owner (a superuser may become anybody). */
const session = `
  select current_user::text as "user", current_setting('server_version_num')::int / 10000 as version, current_setting('TimeZone') as zone,
    extract(epoch from current_setting('statement_timeout')::interval)::float8 as "statementSeconds",
    extract(epoch from current_setting('idle_in_transaction_session_timeout')::interval)::float8 as "idleSeconds",
    exists (select from (
        select relowner as owner from pg_class where relnamespace = to_regnamespace('public') and relkind in ('r', 'p')
        union select nspowner from pg_namespace where nspname = 'public') owners
      where pg_has_role(current_user, owner, 'MEMBER')) as owns`;

const migrateAgain = 'run the migration again, it sets this on the role';

/** What is wrong with a session of the application, in one line (an owner's also has the two lines to set); null when nothing is. */
function faultOf(found: Session, url: string): string | null {
  const { user } = loginOf(url);
  if (found.version < OLDEST_VERSION)
    return `PostgreSQL ${found.version} is too old: ${OLDEST_VERSION} or newer is needed`;
  if (found.owns) return ownerInstead(url, found.user);
  if (found.user !== user)
    return `DATABASE_URL names ${user}, but the connection is ${found.user}'s: no role option, no forced user in the pooler`;
  if (found.zone !== 'UTC') return `The time zone of ${user} is ${found.zone}, not UTC: ${migrateAgain}`;
  if (found.statementSeconds === 0 || found.statementSeconds > LONGEST_STATEMENT_SECONDS)
    return `${user} has no statement_timeout of at most an hour: ${migrateAgain}`;
  if (found.idleSeconds === 0) return `${user} has no idle_in_transaction_session_timeout: ${migrateAgain}`;
  return null;
}

/** Looks at every new connection of the application once, before it is used, and remembers why the last one was refused. */
@Injectable()
export class ConnectionGuard {
  private readonly logger = new Logger('Database');
  private lastRefusal: string | null = null;

  constructor(private readonly config: Config) {}

  /** Options of a pool whose connections are all looked at. */
  poolOptions(): Pick<pg.PoolConfig, 'Client' | 'onConnect'> {
    return { Client: this.clientClass, onConnect: (client) => this.check(client) };
  }

  /** Why new connections are refused; null while they are not. Tries one anew, since the cause may be gone. */
  async refusal(): Promise<string | null> {
    if (this.lastRefusal === null) return null;
    const client = new this.clientClass({
      connectionString: this.config.databaseUrl,
      connectionTimeoutMillis: PATIENCE_MS,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await this.check(client);
    } catch (error) {
      if (!(error instanceof UnfitConnectionError)) throw error;
    } finally {
      await client.end();
    }
    return this.lastRefusal;
  }

  /** @throws UnfitConnectionError */
  async check(client: pg.ClientBase): Promise<void> {
    const query = { text: session, query_timeout: PATIENCE_MS };
    const [found] = (await client.query<Session>(query)).rows;
    const fault = found ? faultOf(found, this.config.databaseUrl) : 'The server says nothing about the session';
    if (fault !== null && fault !== this.lastRefusal) this.logger.error(`A connection is refused. ${fault}`);
    this.lastRefusal = fault;
    if (fault !== null) throw new UnfitConnectionError(fault);
  }

  private get clientClass(): typeof AppClient {
    return this.config.dbPooler === 'transaction' ? PooledClient : AppClient;
  }
}
