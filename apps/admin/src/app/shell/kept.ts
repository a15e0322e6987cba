import { useMe } from '@dangxiao/web-kit';
import { useSyncExternalStore } from 'react';

/** Objects whose page is remembered: by id and the title that was on the page, never more about them. */
const objectKinds = ['organization', 'person', 'course', 'assignment', 'exam'] as const;
export type ObjectKind = (typeof objectKinds)[number];

/** Something that was opened: a page by its address, or an object. */
export type Visit = { kind: 'page'; to: string } | { kind: ObjectKind; id: string; title: string };

/** What the device keeps for an account. */
export interface Kept {
  /** Addresses of pages, in the order in which they were marked. */
  favourites: readonly string[];
  /** The latest first. */
  recent: readonly Visit[];
}

const nothing: Kept = { favourites: [], recent: [] };
const RECENT = 12;
const prefix = 'dx-admin-kept:';

const same = (a: Visit, b: Visit) =>
  a.kind === 'page' || b.kind === 'page'
    ? a.kind === 'page' && b.kind === 'page' && a.to === b.to
    : a.kind === b.kind && a.id === b.id;

/** The recent list after a visit: each thing once, the latest first, at most twelve. */
function withVisit(recent: readonly Visit[], visit: Visit): Visit[] {
  return [visit, ...recent.filter((each) => !same(each, visit))].slice(0, RECENT);
}

/** The favourites after the star of a page was pressed. */
function withStar(favourites: readonly string[], to: string): string[] {
  return favourites.includes(to) ? favourites.filter((each) => each !== to) : [...favourites, to];
}

function isVisit(value: unknown): value is Visit {
  const { kind, to, id, title } = (value ?? {}) as Record<string, unknown>;
  return kind === 'page'
    ? typeof to === 'string'
    : objectKinds.some((each) => each === kind) && typeof id === 'string' && typeof title === 'string';
}

/** What was written down, as far as it can be understood: another version of the console may have written it. */
function understood(written: string | null): Kept {
  try {
    const { favourites, recent } = JSON.parse(written ?? '{}') as Record<string, unknown>;
    return {
      favourites: Array.isArray(favourites) ? favourites.filter((each) => typeof each === 'string') : [],
      recent: Array.isArray(recent) ? recent.filter(isVisit).slice(0, RECENT) : [],
    };
  } catch {
    return nothing;
  }
}

const shown = new Map<string, Kept>();
const listeners = new Set<() => void>();

function keptOf(accountId: string): Kept {
  const known = shown.get(accountId);
  if (known) return known;
  let written: string | null = null;
  try {
    written = localStorage.getItem(prefix + accountId);
  } catch {
    // storage is blocked: it is kept until the page is left
  }
  const kept = understood(written);
  shown.set(accountId, kept);
  return kept;
}

function keep(accountId: string, kept: Kept): void {
  shown.set(accountId, kept);
  try {
    localStorage.setItem(prefix + accountId, JSON.stringify(kept));
  } catch {
    // storage is blocked or full: it is kept until the page is left
  }
  listeners.forEach((listener) => listener());
}

/** Notes that something was opened. */
export function noteVisit(accountId: string, visit: Visit): void {
  const kept = keptOf(accountId);
  keep(accountId, { ...kept, recent: withVisit(kept.recent, visit) });
}

/** Marks a page as a favourite, or no longer. */
export function toggleStar(accountId: string, to: string): void {
  const kept = keptOf(accountId);
  keep(accountId, { ...kept, favourites: withStar(kept.favourites, to) });
}

/** Forgets what the device keeps for an account: at sign-out. */
export function forget(accountId: string): void {
  keep(accountId, nothing);
  try {
    localStorage.removeItem(prefix + accountId);
  } catch {
    // storage is blocked: nothing was written
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Favourites and recent visits of the account that is signed in. */
export function useKept(): Kept {
  const { accountId } = useMe();
  return useSyncExternalStore(listen, () => keptOf(accountId));
}
