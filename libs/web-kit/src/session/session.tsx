import { accounts, type ResponseOf } from '@dangxiao/contracts';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { call } from '../api/client.ts';
import type { ApiFailure } from '../api/failure.ts';
import { keyOf, useEndpoint } from '../api/hooks.ts';
import { sessionLost } from '../api/session-lost.ts';

export type Me = ResponseOf<typeof accounts.me>;

export type Session =
  | { state: 'loading' }
  | { state: 'unreachable'; failure: ApiFailure }
  | { state: 'anonymous' }
  | { state: 'signed-in'; me: Me };

interface SessionContext {
  session: Session;
  /** Takes the answer of a sign-in or an activation. */
  entered: (me: Me) => void;
  /** Asks the server again who is signed in. */
  reload: () => Promise<void>;
  /** Ends the session here and on the server, and forgets what was read with it. */
  leave: () => Promise<void>;
}

const Context = createContext<SessionContext | null>(null);
const key = keyOf(accounts.whoAmI, {});

const staleTime = 60_000;

/** Asks who is signed in while the page's scripts are still loading. */
export function askWhoAmI(client: QueryClient): void {
  void client.prefetchQuery({ queryKey: key, queryFn: () => call(accounts.whoAmI, {}), staleTime });
}

/** What one person read must not be shown to the next. */
function forgetOthers(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== accounts.whoAmI.id });
}

/** Knows who is signed in; a 401 of any call ends it here too. Must stand below a QueryClientProvider. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data, error, refetch } = useEndpoint(accounts.whoAmI, {}, { staleTime });

  useEffect(
    () =>
      sessionLost.listen(() => {
        void client.invalidateQueries({ queryKey: key });
      }),
    [client],
  );

  const entered = useCallback(
    (me: Me) => {
      forgetOthers(client);
      client.setQueryData(key, { me });
    },
    [client],
  );
  const leave = useCallback(async () => {
    await call(accounts.signOut, {}).catch(() => undefined);
    forgetOthers(client);
    await refetch();
  }, [client, refetch]);
  const reload = useCallback(async () => {
    await refetch();
  }, [refetch]);

  const value = useMemo(
    () => ({ session: sessionOf(data, error), entered, reload, leave }),
    [data, error, entered, reload, leave],
  );
  return <Context value={value}>{children}</Context>;
}

function sessionOf(answer: { me: Me | null } | undefined, failure: ApiFailure | null): Session {
  if (answer) return answer.me ? { state: 'signed-in', me: answer.me } : { state: 'anonymous' };
  return failure ? { state: 'unreachable', failure } : { state: 'loading' };
}

export function useSession(): SessionContext {
  const value = useContext(Context);
  if (!value) throw new Error('useSession needs a SessionProvider above it');
  return value;
}

/** The signed-in account; only below a guard that let nobody else through. */
export function useMe(): Me {
  const { session } = useSession();
  if (session.state !== 'signed-in') throw new Error('useMe needs a signed-in session');
  return session.me;
}
