import { Button } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import css from './list.module.css';
import type { Bulk, Selection } from './use-selection.ts';

interface Props<Row> {
  bulk: Bulk<Row>;
  selection: Selection<Row>;
  total: number | null;
  /** No heading has a tick for the whole page. */
  withPage: boolean;
}

/** How much is chosen, and what is done to it. */
export function BulkBar<Row>({ bulk, selection, total, withPage }: Props<Row>) {
  const text = useText();
  const { chosen, selectable, chooseAll, clear, choose } = selection;
  if (selectable.length === 0) return null;
  const whole = chosen.length === selectable.length;
  return (
    <div className={css.bulk} role="group" aria-label={text('app.list.bulk')}>
      <span role="status">
        {chosen.length === 0
          ? (bulk.hint ?? text('app.list.chooseRows'))
          : text('app.list.chosen', { count: chosen.length })}
      </span>
      {withPage && !whole && (
        <Button size="small" type="link" onClick={() => choose(selectable)}>
          {text('app.list.choosePage', { count: selectable.length })}
        </Button>
      )}
      {chosen.length > 0 && (
        <>
          {whole && chooseAll && (
            <Button size="small" type="link" onClick={chooseAll}>
              {total === null ? text('app.list.chooseAll') : text('app.list.chooseAllOf', { count: total })}
            </Button>
          )}
          <Button size="small" type="link" onClick={clear}>
            {text('app.list.chooseNone')}
          </Button>
          <span className={css.bulkActions}>{bulk.actions(chosen, clear)}</span>
        </>
      )}
    </div>
  );
}
