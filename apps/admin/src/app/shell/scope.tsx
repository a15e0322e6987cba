import { people, type ResponseOf } from '@dangxiao/contracts';
import { remember, useEndpoint, useMe } from '@dangxiao/web-kit';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { paths } from '../paths.ts';
import { useMay } from '../use-may.ts';
import { noteVisit } from './kept.ts';
import { isScoped } from './places.ts';

type ScopeOrganization = ResponseOf<typeof people.getOrganization>;

interface Scope {
  /** The organization that lists and figures are about; undefined only before anything is known. */
  organizationId: string | undefined;
  /** Its name, known a little earlier than the rest. */
  name: string | undefined;
  /** All of it; undefined while loading and for those who may not read organizations (instructors). */
  organization: ScopeOrganization | undefined;
  /** Makes another organization the scope: of the present page, or of the overview where the page has no scope. */
  choose: (organizationId: string) => void;
  /** The past day on which organizations and people are shown; undefined for today. Nothing can be changed then. */
  asOf: string | undefined;
  showDay: (asOf: string | undefined) => void;
  /** Another organization could be the scope. With exactly one there is nothing to pick. */
  several: boolean;
  /** The address of another page about the same organization on the same day. */
  link: (path: string, more?: Record<string, string>) => string;
}

const Context = createContext<Scope | null>(null);
const storageKey = 'dx-admin-scope';
function remembered(): string | undefined {
  try {
    return localStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined; // storage is blocked: every visit starts at the top
  }
}

/** Keeps the scope: in the address (`org`) where it was chosen, else what was chosen last, else the topmost organization. */
export function ScopeProvider({ children }: { children: ReactNode }) {
  const { grants, accountId } = useMe();
  const readsTree = useMay()('organizations.read');
  const [search, setSearch] = useSearchParams();
  const [asOf, setAsOf] = useState(search.get('asOf') ?? undefined);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const wanted = search.get('org') ?? remembered();
  const top = grants[0];
  const found = useEndpoint(
    people.getOrganization,
    { params: { organizationId: wanted ?? '' } },
    { enabled: readsTree && wanted !== undefined, keepPrevious: true, staleTime: 60_000 },
  );
  const roots = useEndpoint(people.listOrganizations, {}, { enabled: readsTree, staleTime: 60_000 });
  const tops = roots.data?.items ?? [];
  const root = tops[0];

  const granted = grants.find(({ organizationId }) => organizationId === wanted) ?? top;
  const reachable = wanted !== undefined && !found.error;
  const organizationId = readsTree ? (reachable ? wanted : root?.id) : granted?.organizationId;
  const fallback = useEndpoint(
    people.getOrganization,
    { params: { organizationId: root?.id ?? '' } },
    { enabled: readsTree && !reachable && root !== undefined, staleTime: 60_000 },
  );
  const organization = reachable ? found.data : fallback.data;

  useEffect(() => {
    if (organizationId && !found.isFetching) remember(storageKey, organizationId);
  }, [organizationId, found.isFetching]);

  const choose = useCallback(
    (id: string) => {
      remember(storageKey, id);
      const stays = isScoped(pathname);
      const query = new URLSearchParams(stays ? search : '');
      query.set('org', id);
      if (asOf) query.set('asOf', asOf);
      void navigate(`${stays ? pathname : paths.overview()}?${query.toString()}`);
    },
    [navigate, pathname, search, asOf],
  );

  const scopeId = organization?.id;
  const scopeName = organization?.name;
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (!scopeId || !scopeName) return;
    const chosen = before.current !== undefined && before.current !== scopeId;
    before.current = scopeId;
    if (!chosen) return; // the scope that a visit begins with was not chosen
    noteVisit(accountId, { kind: 'organization', id: scopeId, title: scopeName });
  }, [accountId, scopeId, scopeName]);

  const showDay = useCallback(
    (day: string | undefined) => {
      setAsOf(day);
      setSearch((before) => {
        const after = new URLSearchParams(before);
        if (day) after.set('asOf', day);
        else after.delete('asOf');
        return after;
      });
    },
    [setSearch],
  );

  const link = useCallback(
    (path: string, more: Record<string, string> = {}) => {
      const query = new URLSearchParams({
        ...(organizationId ? { org: organizationId } : {}),
        ...(asOf ? { asOf } : {}),
        ...more,
      });
      return `${path}?${query.toString()}`;
    },
    [organizationId, asOf],
  );

  const name = readsTree
    ? organization?.id === organizationId
      ? organization?.name
      : root?.name
    : granted?.organizationName;
  const places = new Set(grants.map((grant) => grant.organizationId)).size;
  const several = readsTree ? tops.length > 1 || (root?.childCount ?? 0) > 0 : places > 1;
  const value = useMemo(
    () => ({
      several,
      organizationId,
      name,
      organization: organization?.id === organizationId ? organization : undefined,
      choose,
      asOf,
      showDay,
      link,
    }),
    [several, organizationId, name, organization, choose, asOf, showDay, link],
  );
  return <Context value={value}>{children}</Context>;
}

/** The organization that everything on screen is about. */
export function useScope(): Scope {
  const value = useContext(Context);
  if (!value) throw new Error('useScope needs a ScopeProvider above it');
  return value;
}
