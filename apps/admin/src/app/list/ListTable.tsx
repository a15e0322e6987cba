import { Button, Select, Table, type TableProps } from 'antd';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { ExportButton } from '../export/index.ts';
import { Empty, Failed, SearchField, Waiting } from '../ui/index.ts';
import { BulkBar } from './BulkBar.tsx';
import { Cards } from './Cards.tsx';
import { ColumnChoice } from './ColumnChoice.tsx';
import { cellOf, hiddenColumns, rememberHidden, type ListColumn } from './columns.ts';
import { orderOf, sortOf } from './order.ts';
import type { Pages } from './pages.ts';
import css from './list.module.css';
import type { ListFilters } from './use-list.ts';
import { useNarrow } from './use-narrow.ts';
import { useOrder } from './use-order.ts';
import { useSelection, type Bulk } from './use-selection.ts';

const USUAL_WIDTH = 170;
const TICK_WIDTH = 48;

export interface ListTableProps<Row extends object> {
  /** Under which the choice of columns is kept on the device. */
  name: string;
  /** The accessible name of the list. */
  label: string;
  columns: readonly ListColumn<Row>[];
  /** The answer of `useEndpointPages`. */
  pages: Pages<Row>;
  rowKey?: keyof Row & string;
  /** From `useList`. */
  list?: Pick<ListFilters, 'filtered' | 'clear'>;
  /** A search field at the left. */
  search?: { label: string; value: string; onChange: (word: string) => void };
  /** Further controls above the table. */
  filters?: ReactNode;
  /** At the right above the table: its rows as a file. */
  exporting?: ComponentProps<typeof ExportButton> | undefined;
  /** Said where there is nothing yet, and the way on. */
  empty: string;
  emptyAction?: ReactNode;
  /** Said where nothing matches the filters. */
  nothing?: string;
  bulk?: Bulk<Row> | undefined;
  /** What a row unfolds to. */
  expandable?: TableProps<Row>['expandable'];
  /** The column that the server orders by when nothing is chosen. */
  usualOrder?: string;
}

/** A cursor-paged list: a table with a head that stays in sight, or cards where there is no room for one. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { name, label, pages, rowKey = 'id' as keyof Row & string, bulk, filters, search, exporting } = props;
  const [measured, narrow] = useNarrow<HTMLElement>();
  const [hidden, setHidden] = useState(() => hiddenColumns(name));
  const keyOf = (row: Row) => String(row[rowKey]);
  const order = useOrder(props.columns, pages, props.usualOrder);
  const selection = useSelection(bulk, pages, keyOf);
  const columns = props.columns.filter(({ key, role }) => role !== undefined || !hidden.includes(key));
  const choosable = props.columns.filter(({ role }) => role === undefined);
  const hide = (keys: string[]) => {
    rememberHidden(name, keys);
    setHidden(keys);
  };
  const shape = { ...props, columns, rows: order.rows, keyOf, order, selection };
  return (
    <section
      ref={measured}
      className={css.table}
      aria-label={label}
      aria-busy={pages.fetching}
      {...(narrow ? { 'data-narrow': '' } : {})}
    >
      <div className={css.bar}>
        {search && <SearchField {...search} />}
        {filters}
        {narrow && <OrderSelect order={order} />}
        <span className={css.right}>
          {choosable.length > 2 && <ColumnChoice columns={choosable} hidden={hidden} onChange={hide} />}
          {exporting && <ExportButton {...exporting} />}
        </span>
      </div>
      {bulk && <BulkBar bulk={bulk} selection={selection} total={pages.first?.total ?? null} withPage={narrow} />}
      <States {...props}>
        {narrow ? <Cards {...shape} unfolded={unfoldedOf(props.expandable)} /> : <Rows {...shape} />}
        <End pages={pages} />
      </States>
    </section>
  );
}

const unfoldedOf =
  <Row extends object>(expandable: TableProps<Row>['expandable']) =>
  (row: Row): ReactNode =>
    expandable?.rowExpandable?.(row) && expandable.expandedRowRender?.(row, 0, 0, true);

function States<Row extends object>({
  pages,
  list,
  empty,
  emptyAction,
  nothing,
  children,
}: ListTableProps<Row> & { children: ReactNode }) {
  const text = useText();
  const none = pages.items.length === 0;
  if (none && pages.failure)
    return (
      <div className={css.state}>
        <Failed failure={pages.failure} retry={pages.retry} />
      </div>
    );
  if (none && pages.pending)
    return (
      <div className={css.state}>
        <Waiting rows={8} />
      </div>
    );
  if (none && list?.filtered)
    return (
      <Empty action={<Button onClick={list.clear}>{text('app.list.clear')}</Button>}>
        {nothing ?? text('app.list.nothing')}
      </Empty>
    );
  return none ? <Empty action={emptyAction}>{empty}</Empty> : <>{children}</>;
}

interface RowsProps<Row extends object> extends ListTableProps<Row> {
  rows: Row[];
  keyOf: (row: Row) => string;
  order: ReturnType<typeof useOrder<Row>>;
  selection: ReturnType<typeof useSelection<Row>>;
}

function Rows<Row extends object>({ columns, rows, keyOf, order, bulk, selection, expandable }: RowsProps<Row>) {
  const { active, sortable, choose } = order;
  const width = columns.reduce((sum, column) => sum + (column.width ?? USUAL_WIDTH), bulk ? TICK_WIDTH : 0);
  return (
    <Table<Row>
      columns={columns.map((column) => {
        const { key, title, width: wide, align, ellipsis, fixed } = column;
        return {
          key,
          // as a string it also labels the heading, which then sounds like a field of the same name
          title: <>{title}</>,
          ...(wide ? { width: wide } : {}),
          ...(align ? { align } : {}),
          ...(ellipsis ? { ellipsis } : {}),
          ...(fixed ? { fixed } : {}),
          ...(sortable.includes(column)
            ? {
                sorter: true,
                sortOrder: active?.key === key ? active.direction : null,
                ...(column.sorted ? { sortDirections: [column.sorted] } : {}),
              }
            : {}),
          render: (_: unknown, row: Row) => cellOf(column, row),
        };
      })}
      dataSource={rows}
      rowKey={keyOf}
      pagination={false}
      sticky
      scroll={{ x: width }}
      onChange={(_paging, _filters, sorter) => {
        if (Array.isArray(sorter)) return;
        choose(sorter.order ? { key: String(sorter.columnKey), direction: sorter.order } : null);
      }}
      {...(expandable ? { expandable } : {})}
      {...(bulk && selection.selectable.length > 0
        ? {
            rowSelection: {
              selectedRowKeys: selection.chosen.map(keyOf),
              onChange: (_keys, chosen) => selection.choose(chosen),
              getCheckboxProps: (row: Row) => ({
                disabled: bulk.selectable?.(row) === false,
                'aria-label': bulk.nameOf(row),
              }),
            },
          }
        : {})}
    />
  );
}

/** The order of cards, which have no headings. */
function OrderSelect<Row>({ order: { active, sortable, choose } }: { order: ReturnType<typeof useOrder<Row>> }) {
  const text = useText();
  if (sortable.length === 0) return null;
  const options = sortable.flatMap(({ key, title, sorted }) =>
    (sorted ? [sorted] : (['ascend', 'descend'] as const)).map((direction) => ({
      value: sortOf({ key, direction }),
      label: text(`app.list.${direction}`, { title }),
    })),
  );
  return (
    <Select
      aria-label={text('app.list.order')}
      placeholder={text('app.list.order')}
      className={css.filter ?? ''}
      style={{ width: 180 }}
      allowClear
      value={active ? sortOf(active) : null}
      onChange={(sort: string | undefined) => choose(orderOf(sort ?? ''))}
      options={options}
    />
  );
}

/** How many rows are shown of how many, and the next ones. */
function End<Row>({ pages: { items, first, more, loadingMore, failure, retry } }: { pages: Pages<Row> }) {
  const text = useText();
  const total = first?.total ?? null;
  const count = items.length;
  return (
    <>
      {failure && (
        <div className={css.state}>
          <Failed failure={failure} retry={more ?? retry} />
        </div>
      )}
      <div className={css.end}>
        <span role="status">
          {!more
            ? text('app.allShown', { count })
            : total === null
              ? text('app.shown', { count })
              : text('app.shownOf', { count, total })}
        </span>
        {more && (
          <Button onClick={more} loading={loadingMore}>
            {text('app.more')}
          </Button>
        )}
      </div>
    </>
  );
}
