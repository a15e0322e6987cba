import { Strategy } from 'passport-local';
import type { FastifyRequest } from 'fastify';

export interface Credentials {
  login: string;
  password: string;
}

/**
 * Runs a passport strategy once and answers with the user it found. Passport's own middleware expects Express; a strategy needs only these
 * four outcomes, so OIDC, CAS or LDAP strategies fit in the same way.
 */
export function authenticate<User>(
  request: Pick<FastifyRequest, 'headers'> & { body: unknown },
  verify: (credentials: Credentials) => Promise<User>,
): Promise<User> {
  const strategy = new Strategy({ usernameField: 'login', passwordField: 'password' }, (login, password, done) => {
    verify({ login, password }).then(
      (user) => done(null, user as object),
      (error: unknown) => done(error),
    );
  });
  return new Promise<User>((resolve, reject) => {
    Object.assign(strategy, {
      success: (user: User) => resolve(user),
      fail: () => reject(new Error('The strategy refused without a reason')),
      error: reject,
    });
    strategy.authenticate(request as Parameters<Strategy['authenticate']>[0]);
  });
}
