import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { cellOf, type ListColumn } from './columns.ts';
import css from './list.module.css';
import type { Bulk, Selection } from './use-selection.ts';

interface Props<Row> {
  columns: readonly ListColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  bulk?: Bulk<Row> | undefined;
  selection: Selection<Row>;
  /** What a row unfolds to in the table; here it stands in the card. */
  unfolded?: ((row: Row) => ReactNode) | undefined;
}

/** The rows of a list where there is no room for a table: one card each. */
export function Cards<Row>({ columns, rows, keyOf, bulk, selection, unfolded }: Props<Row>) {
  const head = columns.find(({ role }) => role === 'name');
  const actions = columns.filter(({ role }) => role === 'actions');
  const lines = columns.filter((column) => column !== head && column.role !== 'actions');
  return (
    <ul className={css.cards}>
      {rows.map((row) => (
        <li key={keyOf(row)} className={css.card}>
          <div className={css.cardHead}>
            {bulk && (
              <Checkbox
                aria-label={bulk.nameOf(row)}
                checked={selection.has(row)}
                disabled={bulk.selectable?.(row) === false}
                onChange={({ target }) => selection.toggle(row, target.checked)}
              />
            )}
            <div className={css.cardName}>{head && cellOf(head, row)}</div>
          </div>
          <dl className={css.lines}>
            {lines.map((column) => (
              <div key={column.key} className={css.line}>
                <dt>{column.title}</dt>
                <dd>{cellOf(column, row)}</dd>
              </div>
            ))}
          </dl>
          {unfolded?.(row)}
          {actions.map((column) => (
            <div key={column.key} className={css.cardEnd}>
              {cellOf(column, row)}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
