import '@fastify/cookie';
import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../config/clock.ts';
import { Config } from '../config/config.ts';
import { Pg } from '../database/pg.ts';
import type { Tx } from '../database/unit-of-work.ts';
import type { Actor } from './actor.ts';
import { SessionCache, type LiveSession } from './session-cache.ts';
import { endSessions, insertSession, sessionByToken, touchSession, type SessionRow } from './sessions.queries.ts';

const TOUCH_EVERY_MS = 60_000;
/** How long one may take over the second step of signing in. */
const PENDING_MS = 15 * 60_000;

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Server-side sessions: the cookie holds a random token, the database its hash. */
@Injectable()
export class Sessions {
  private readonly cache = new SessionCache();
  private readonly secure: boolean;
  /** `__Host-` binds the cookie to this host and to https. */
  readonly cookieName: string;

  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.secure = config.publicUrl?.startsWith('https:') ?? false;
    this.cookieName = this.secure ? '__Host-dx_session' : 'dx_session';
  }

  /**
   * Opens a session in `tx` and sets the cookie after its commit. An account that administers anything gets the short lifetimes, a learner the
   * long ones. A session that the request already carries is ended (rotation).
   * @param pending the step of signing in that is still missing; such a session is short
   */
  async open(
    tx: Tx,
    accountId: string,
    request: FastifyRequest,
    reply: FastifyReply,
    pending: Actor['pending'] = null,
  ): Promise<{ sessionId: string }> {
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    const old = this.tokenOf(request);
    if (old) {
      const sql = `${endSessions} where token_hash = $2 and ended_at is null returning id`;
      const ended = await tx.one<{ id: string }>(sql, [now, hashOf(old)]);
      this.forgetAfter(tx, (actor) => actor.sessionId === ended?.id);
    }
    const userAgent = String(request.headers['user-agent'] ?? '').slice(0, 300);
    const { staff, learner } = this.config.sessions;
    const params = [accountId, hashOf(token), userAgent, request.ip, now];
    const terms = [staff.idleMs, staff.absoluteMs, learner.idleMs, learner.absoluteMs];
    const row = await tx.one<{ id: string; expires_at: Date }>(insertSession, [
      ...params,
      ...terms.map((ms) => (pending ? Math.min(ms, PENDING_MS) : ms)),
      pending,
    ]);
    if (!row) throw new Error('The session was not written');
    tx.afterCommit(() => {
      const age = Math.floor((row.expires_at.getTime() - now.getTime()) / 1000);
      reply.setCookie(this.cookieName, token, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: this.secure,
        maxAge: age,
      });
    });
    return { sessionId: row.id };
  }

  /** Who the request's cookie stands for; null without a live session. */
  async find(request: FastifyRequest): Promise<Actor | null> {
    const token = this.tokenOf(request);
    if (!token) return null;
    const now = this.clock.now().getTime();
    const session = this.cached(token, now) ?? (await this.load(token, now));
    if (!session || now >= session.idleExpiresAt || now >= session.expiresAt) return null;
    if (now - session.lastSeenAt >= TOUCH_EVERY_MS) await this.touch(session, now);
    return session.actor;
  }

  /** Ends one session of an account. @returns whether it was live */
  async end(tx: Tx, accountId: string, sessionId: string): Promise<boolean> {
    const sql = `${endSessions} where account_id = $2 and id = $3 and ended_at is null`;
    const ended = await tx.execute(sql, [this.clock.now(), accountId, sessionId]);
    this.forgetAfter(tx, (actor) => actor.sessionId === sessionId);
    return ended > 0;
  }

  /** Ends every session of an account, except one. @returns how many were live */
  async endAll(tx: Tx, accountId: string, exceptSessionId: string | null = null): Promise<number> {
    const sql = `${endSessions} where account_id = $2 and id is distinct from $3::uuid and ended_at is null`;
    const ended = await tx.execute(sql, [this.clock.now(), accountId, exceptSessionId]);
    this.forgetAfter(tx, (actor) => actor.accountId === accountId && actor.sessionId !== exceptSessionId);
    return ended;
  }

  /** After a change of grants, consent or organization path: the next request reads them afresh. */
  forget(matches: (actor: Actor) => boolean = () => true): void {
    this.cache.delete(matches);
  }

  clearCookie(reply: FastifyReply): void {
    reply.clearCookie(this.cookieName, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure });
  }

  private forgetAfter(tx: Tx, matches: (actor: Actor) => boolean): void {
    tx.afterCommit(() => this.forget(matches));
  }

  private tokenOf(request: FastifyRequest): string | null {
    const token = request.cookies[this.cookieName];
    return token && /^[\w-]{43}$/.test(token) ? token : null;
  }

  /** What was looked up a moment ago; seeing as somebody else ends on the second all the same. */
  private cached(token: string, now: number): LiveSession | null {
    const session = this.cache.get(token, now);
    const until = session?.actor.seeing?.expiresAt.getTime() ?? Infinity;
    return now < until ? session : null;
  }

  private async load(token: string, now: number): Promise<LiveSession | null> {
    const [row] = await this.pg.prepared<SessionRow>(sessionByToken, [hashOf(token), new Date(now)]);
    if (!row) return null;
    const session: LiveSession = {
      actor: {
        accountId: row.account_id,
        personId: row.person_id,
        sessionId: row.id,
        login: row.login,
        consentVersion: row.consent_version,
        grants: row.grants,
        pending: row.pending,
        seeing: row.see_as_id && row.see_as_expires_at ? { id: row.see_as_id, expiresAt: row.see_as_expires_at } : null,
      },
      lastSeenAt: row.last_seen_at.getTime(),
      idleExpiresAt: row.idle_expires_at.getTime(),
      expiresAt: row.expires_at.getTime(),
    };
    this.cache.set(token, session, now);
    return session;
  }

  private async touch(session: LiveSession, now: number): Promise<void> {
    const staff = session.actor.grants.some((grant) => grant.role !== 'learner');
    const { idleMs } = staff ? this.config.sessions.staff : this.config.sessions.learner;
    session.lastSeenAt = now;
    session.idleExpiresAt = Math.min(now + idleMs, session.expiresAt);
    await this.pg.execute(touchSession, [session.actor.sessionId, new Date(now), new Date(session.idleExpiresAt)]);
  }
}
