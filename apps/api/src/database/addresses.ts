/**
 * Holds the application's rights, owns nothing: it can neither change the schema nor disarm the triggers of the append-only tables. The login of
 * DATABASE_URL is this role, or (schools that share a cluster) another that is its member.
 */
export const APP_ROLE = 'dangxiao_app';

/** Where the two logins of a database are: the application's, and the one that owns the tables. */
export interface Addresses {
  /** The application's (DATABASE_URL); its user is the role that the migration makes. */
  appUrl: string;
  /** The owner's (DATABASE_OWNER_URL), straight to PostgreSQL, never through a pooler. */
  ownerUrl: string;
  /** A statement of the application that takes longer is ended; 30 when left out. */
  statementSeconds?: number;
}

/** An address that names the wrong login; the message says what to set. */
export class AddressError extends Error {}

export interface Login {
  user: string;
  password: string;
}

/** User and password of an address. */
export function loginOf(url: string): Login {
  const { username, password } = new URL(url);
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** The address of another login at the same place. */
export function addressFor(url: string, { user, password }: Login): string {
  const address = new URL(url);
  address.username = encodeURIComponent(user);
  address.password = encodeURIComponent(password);
  return address.href;
}

/** Passwords stay out of it. */
function linesToSet(url: string): string {
  const { user } = loginOf(url);
  const owner = addressFor(url, { user: user === APP_ROLE ? 'OWNER' : user, password: 'PASSWORD' });
  const app = addressFor(url, { user: APP_ROLE, password: 'ANOTHER-PASSWORD' });
  return `  DATABASE_OWNER_URL=${owner}\n  DATABASE_URL=${app}`;
}

/** What to say where only one address is set, as in the days when the application had no login of its own: a line, and the two to set. */
export const ownerMissing = (appUrl: string): string =>
  `DATABASE_OWNER_URL is missing: it is the address of the tables' owner, DATABASE_URL that of the application's own login, which the migration makes. Set:\n${linesToSet(appUrl)}`;

/** What to say where DATABASE_URL leads to an owner. */
export const ownerInstead = (appUrl: string, user: string): string =>
  `DATABASE_URL leads to ${user}, who owns the tables or may become their owner: the application has a login of its own. Set:\n${linesToSet(appUrl)}`;
