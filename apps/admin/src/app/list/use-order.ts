import { useFormat } from '@dangxiao/web-kit';
import { useMemo } from 'react';
import { useFilters } from '../ui/index.ts';
import type { ListColumn } from './columns.ts';
import { ordered, orderOf, sortOf, type Order } from './order.ts';
import { fewEnough, useRest, type Pages } from './pages.ts';

const unsorted = { sort: '' };

/**
 * The order of a list, which lives in the address. The server orders what it can; other columns are ordered here, where all rows are here
 * or few enough to be fetched.
 * @param usual the column that the server orders by when nothing is chosen
 */
export function useOrder<Row>(columns: readonly ListColumn<Row>[], pages: Pages<Row>, usual: string | undefined) {
  const { language } = useFormat();
  const [{ sort }, change] = useFilters(unsorted);
  const chosen = orderOf(sort) ?? (usual ? orderOf(usual) : null);
  const column = columns.find(({ key }) => key === chosen?.key);
  const here = column && !column.sorted && fewEnough(pages) ? column.by : undefined;
  const direction = column?.sorted ?? chosen?.direction;
  const rows = useMemo(
    () => (here && direction ? ordered(pages.items, here, direction, language) : pages.items),
    [pages.items, here, direction, language],
  );
  useRest(pages, here !== undefined);
  const active = column && direction && (here || column.sorted) ? { key: column.key, direction } : null;
  return {
    rows,
    active,
    sortable: columns.filter(({ by, sorted }) => sorted !== undefined || (by !== undefined && fewEnough(pages))),
    choose: (next: Order | null) => {
      const to = next && columns.find(({ key }) => key === next.key)?.sorted ? next.key : sortOf(next);
      change({ sort: to === usual ? '' : to });
    },
  };
}
