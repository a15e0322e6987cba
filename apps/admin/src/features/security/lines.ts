import type { accounts, ResponseOf } from '@dangxiao/contracts';

export type Delegation = ResponseOf<typeof accounts.listDelegations>['items'][number];
export type Line = Delegation & { depth: number };

/** The grants in the order of a tree: each after the one that it was made under and one step in, where that one is in the list. */
export function linesOf(items: readonly Delegation[]): Line[] {
  const known = new Set(items.map(({ id }) => id));
  const under = new Map<string | null, Delegation[]>();
  for (const item of items) {
    const above = item.parentId !== null && known.has(item.parentId) ? item.parentId : null;
    under.set(above, [...(under.get(above) ?? []), item]);
  }
  const walk = (above: string | null, depth: number): Line[] =>
    (under.get(above) ?? []).flatMap((item) => [{ ...item, depth }, ...walk(item.id, depth + 1)]);
  return walk(null, 0);
}
