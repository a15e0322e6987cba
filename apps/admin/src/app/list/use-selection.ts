import { useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { fewEnough, useRest, type Pages } from './pages.ts';

/** What is done to several rows at once. */
export interface Bulk<Row> {
  /** Without it every row can be chosen. */
  selectable?: (row: Row) => boolean;
  /** The row in words, for its tick. */
  nameOf: (row: Row) => string;
  /** Said while nothing is chosen. */
  hint?: string;
  /** Buttons for what is chosen; `clear` chooses nothing again. */
  actions: (chosen: readonly Row[], clear: () => void) => ReactNode;
}

/** The rows that are chosen: some that are shown, or all that match the filters. */
export function useSelection<Row>(bulk: Bulk<Row> | undefined, pages: Pages<Row>, keyOf: (row: Row) => string) {
  // what was chosen under other filters is chosen no more
  const { search } = useLocation();
  const [kept, keep] = useState({ search, keys: new Set<string>(), all: false });
  const { keys, all } = kept.search === search ? kept : { keys: new Set<string>(), all: false };
  useRest(pages, all);
  const selectable = bulk ? pages.items.filter((row) => bulk.selectable?.(row) ?? true) : [];
  const chosen = all ? selectable : selectable.filter((row) => keys.has(keyOf(row)));
  const choose = (rows: readonly Row[]) => keep({ search, keys: new Set(rows.map(keyOf)), all: false });
  return {
    selectable,
    chosen,
    has: (row: Row) => chosen.some((one) => keyOf(one) === keyOf(row)),
    choose,
    toggle: (row: Row, on: boolean) =>
      choose(on ? [...chosen, row] : chosen.filter((one) => keyOf(one) !== keyOf(row))),
    /** Chooses what is not shown yet as well; null where everything is shown or there is too much of it. */
    chooseAll: pages.more && fewEnough(pages) && !all ? () => keep({ search, keys, all: true }) : null,
    clear: () => choose([]),
  };
}

export type Selection<Row> = ReturnType<typeof useSelection<Row>>;
