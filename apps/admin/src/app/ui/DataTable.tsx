import type { ApiFailure } from '@dangxiao/web-kit';
import { Button, Table, type TableColumnsType, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Failed, Waiting } from './states.tsx';
import css from './ui.module.css';

interface Pages<Row> {
  items: Row[];
  first: { total: number | null } | undefined;
  pending: boolean;
  failure: ApiFailure | null;
  more: (() => void) | null;
  loadingMore: boolean;
  retry: () => void;
}

interface Props<Row> {
  /** What the table lists, for people who cannot see it. */
  label: string;
  columns: TableColumnsType<Row>;
  /** The answer of `useEndpointPages`. */
  pages: Pages<Row>;
  rowKey?: keyof Row & string;
  /** Controls above the table; their values live in the address (`useFilters`). */
  filters?: ReactNode;
  /** What is shown instead of rows. */
  empty: ReactNode;
  onRowClick?: (row: Row) => void;
  /** What a row unfolds to. */
  expandable?: TableProps<Row>['expandable'];
  /** Which rows are chosen for what is done to several at once. */
  selection?: TableProps<Row>['rowSelection'];
  /** Least width before the table scrolls sideways. */
  minWidth?: number;
}

/** A cursor-paged list as a table with a head that stays in sight. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const {
    label,
    columns,
    pages,
    rowKey = 'id' as keyof Row & string,
    filters,
    empty,
    onRowClick,
    minWidth,
    expandable,
    selection,
  } = props;
  const text = useText();
  const total = pages.first?.total ?? null;
  const count = pages.items.length;
  return (
    <section className={css.table} aria-label={label}>
      {filters && <div className={css.filters}>{filters}</div>}
      {pages.failure && count === 0 ? (
        <div style={{ padding: 16 }}>
          <Failed failure={pages.failure} retry={pages.retry} />
        </div>
      ) : pages.pending ? (
        <div style={{ padding: 16 }}>
          <Waiting rows={8} />
        </div>
      ) : count === 0 ? (
        empty
      ) : (
        <>
          <Table<Row>
            columns={columns}
            dataSource={pages.items}
            rowKey={rowKey}
            pagination={false}
            sticky
            {...(expandable ? { expandable } : {})}
            {...(selection ? { rowSelection: selection } : {})}
            {...(minWidth ? { scroll: { x: minWidth } } : {})}
            {...(onRowClick
              ? { onRow: (row: Row) => ({ onClick: () => onRowClick(row), style: { cursor: 'pointer' } }) }
              : {})}
          />
          <div className={css.tableEnd}>
            <span role="status">
              {!pages.more
                ? text('app.allShown', { count })
                : total === null
                  ? text('app.shown', { count })
                  : text('app.shownOf', { count, total })}
            </span>
            {pages.more && (
              <Button onClick={pages.more} loading={pages.loadingMore}>
                {text('app.more')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
