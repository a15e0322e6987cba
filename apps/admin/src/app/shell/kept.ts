import { useMe } from '@dangxiao/web-kit';
import { useSyncExternalStore } from 'react';
import { nothing, understood, withStar, withVisit, type Kept, type Visit } from './kept-list.ts';

const prefix = 'dx-admin-kept:';

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
