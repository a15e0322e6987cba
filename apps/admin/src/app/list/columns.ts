import type { ReactNode } from 'react';

export type Comparable = string | number | null;

interface Common<Row> {
  title: string;
  /** What the rows can be ordered by, once all of them are here. */
  by?: (row: Row) => Comparable;
  /** The server orders by this column, in this direction, when the address says `sort=<key>`. */
  sorted?: 'ascend' | 'descend';
  width?: number;
  align?: 'right';
  ellipsis?: boolean;
  fixed?: 'left' | 'right';
  /** What names a row heads its card; what is done to a row stands at its foot. Neither can be hidden. */
  role?: 'name' | 'actions';
}

/** A column of a list: a cell of the table, or a line of the card where there is no room for a table. */
export type ListColumn<Row> =
  /** The field of the row that is called like the column. */
  | (Common<Row> & { key: keyof Row & string; show?: (row: Row) => ReactNode })
  | (Common<Row> & { key: string; show: (row: Row) => ReactNode });

export const cellOf = <Row>(column: ListColumn<Row>, row: Row): ReactNode =>
  column.show ? column.show(row) : (row[column.key as keyof Row] as ReactNode);

const storageKey = (list: string) => `dangxiao.columns.${list}`;

/** The columns of a list that were hidden on this device. */
export function hiddenColumns(list: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(list)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberHidden(list: string, keys: readonly string[]): void {
  try {
    localStorage.setItem(storageKey(list), JSON.stringify(keys));
  } catch {
    // a browser that keeps nothing shows all columns again, no more
  }
}
