import pg from 'pg';

/** Not an error for the server: it has the commit, but no standby may have it. So the caller must not hear that it is done. */
export class NotReplicatedError extends Error {
  readonly code = 'NOT_REPLICATED';

  constructor() {
    super('The commit may not have been replicated to the standby');
  }
}

/** Also where TypeORM carries it inside an error of its own. */
export function isNotReplicated(thrown: unknown): boolean {
  const { driverError } = (thrown ?? {}) as { driverError?: unknown };
  return thrown instanceof NotReplicatedError || driverError instanceof NotReplicatedError;
}

interface Notice {
  code?: string;
  file?: string;
}

/** Other warnings share the code; the texts are translated, the file is not. */
const saysNotReplicated = ({ code, file }: Notice) => code === '01000' && (file ?? 'syncrep.c') === 'syncrep.c';

type Callback = (error: Error | null, result?: unknown) => void;
type Query = (...args: unknown[]) => unknown;

/**
 * A connection of the application. A statement whose commit was not replicated fails with `NotReplicatedError`, whatever sent it: a
 * transaction, a batch, or a single statement that commits by itself. The notice comes before the statement's end, and one runs at a time.
 */
export class AppClient extends pg.Client {
  private doubt: NotReplicatedError | null = null;

  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on('notice', (notice: Notice) => {
      if (saysNotReplicated(notice)) this.doubt = new NotReplicatedError();
    });
  }

  /** `never` fits the result of each of pg's overloads; callers see those of the base class. */
  override query(...args: unknown[]): never {
    const plain = super.query.bind(this) as Query;
    const [given, ...rest] = args;
    const query = this.adapted(given);
    const last = rest.at(-1);
    if (typeof last === 'function') return plain(query, ...rest.slice(0, -1), this.checked(last as Callback)) as never;
    const result = plain(query, ...rest);
    return (result instanceof Promise ? this.checkedLater(result) : result) as never;
  }

  /** What is sent in place of a text or query. */
  protected adapted(given: unknown): unknown {
    return given;
  }

  private checked(callback: Callback): Callback {
    return (error, result) => {
      const doubt = this.takeDoubt();
      if (error || !doubt) callback(error, result);
      else callback(doubt);
    };
  }

  private async checkedLater(result: Promise<unknown>): Promise<unknown> {
    const rows = await result.catch((error: unknown) => {
      this.doubt = null;
      throw error;
    });
    const doubt = this.takeDoubt();
    if (doubt) throw doubt;
    return rows;
  }

  private takeDoubt(): NotReplicatedError | null {
    const { doubt } = this;
    this.doubt = null;
    return doubt;
  }
}

const keptTable = /^\s*create temporary table/;
const ofTransaction = (sql: string) =>
  keptTable.test(sql) ? sql.replaceAll('on commit delete rows', 'on commit drop') : sql;

/**
 * Behind a pooler in transaction mode: the next transaction may meet another session, which knows no name of a statement; and sessions outlive the
 * process, so that after an update a temporary table that was kept would have the shape of an older version.
 */
export class PooledClient extends AppClient {
  protected override adapted(given: unknown): unknown {
    if (typeof given === 'string') return ofTransaction(given);
    const { text, submit } = given as { text?: string; submit?: unknown };
    return text === undefined || submit ? given : { ...(given as object), name: undefined, text: ofTransaction(text) };
  }
}
