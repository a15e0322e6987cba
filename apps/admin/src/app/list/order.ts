import type { Comparable, ListColumn } from './columns.ts';

export interface Order {
  key: string;
  direction: 'ascend' | 'descend';
}

/** `sort=title` or `sort=-title` as it stands in the address. */
export const orderOf = (sort: string): Order | null =>
  sort === ''
    ? null
    : sort.startsWith('-')
      ? { key: sort.slice(1), direction: 'descend' }
      : { key: sort, direction: 'ascend' };

export const sortOf = (order: Order | null): string =>
  order ? `${order.direction === 'descend' ? '-' : ''}${order.key}` : '';

function compare(one: Comparable, other: Comparable, words: Intl.Collator): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return words.compare(String(one), String(other));
}

/** Rows by a column; rows without a value stand at the end in both directions. */
export function ordered<Row>(
  rows: readonly Row[],
  by: NonNullable<ListColumn<Row>['by']>,
  direction: Order['direction'],
  language: string,
): Row[] {
  const words = new Intl.Collator(language, { numeric: true });
  const sign = direction === 'ascend' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [one, other] = [by(a), by(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * compare(one, other, words);
  });
}
