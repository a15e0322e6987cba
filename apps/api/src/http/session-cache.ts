import type { Actor } from './actor.ts';

export interface LiveSession {
  actor: Actor;
  lastSeenAt: number;
  idleExpiresAt: number;
  expiresAt: number;
}

const KEPT_MS = 2_000;
const MOST = 20_000;

/**
 * Sessions looked up in the last two seconds, so that a page's burst of requests asks the database once. Another process's revocation is
 * therefore seen within two seconds; our own at once.
 */
export class SessionCache {
  private readonly rows = new Map<string, { session: LiveSession; until: number }>();

  get(token: string, now: number): LiveSession | null {
    const row = this.rows.get(token);
    if (!row) return null;
    if (row.until > now) return row.session;
    this.rows.delete(token);
    return null;
  }

  set(token: string, session: LiveSession, now: number): void {
    if (this.rows.size >= MOST) this.dropOldest();
    this.rows.set(token, { session, until: now + KEPT_MS });
  }

  delete(matches: (actor: Actor) => boolean): void {
    for (const [token, row] of this.rows) if (matches(row.session.actor)) this.rows.delete(token);
  }

  clear(): void {
    this.rows.clear();
  }

  /** Insertion order is order of age. */
  private dropOldest(): void {
    const oldest = this.rows.keys().next();
    if (!oldest.done) this.rows.delete(oldest.value);
  }
}
