import type { accounts, ResponseOf } from '@dangxiao/contracts';

export type Delegation = ResponseOf<typeof accounts.listDelegations>['items'][number];
export type Line = Delegation & { children?: Line[] };

/** The grants as a tree: each below the one that it was made under, where that one is in the list. */
export function treeOf(items: readonly Delegation[]): Line[] {
  const lines = new Map<string, Line>(items.map((item) => [item.id, { ...item }]));
  const top: Line[] = [];
  for (const line of lines.values()) {
    const above = line.parentId ? lines.get(line.parentId) : undefined;
    if (above) (above.children ??= []).push(line);
    else top.push(line);
  }
  return top;
}
