import type { exports, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Progress, Tag } from 'antd';
import { bytesText } from '../../app/upload/bytes.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './exports.module.css';

type Row = ResponseOf<typeof exports.listExports>['items'][number];

const colours = { waiting: 'default', running: 'processing', ready: 'success', failed: 'error' } as const;

/** The state in a word, and what there is to say of it. */
export function ExportState({ row }: { row: Row }) {
  const text = useText();
  const format = useFormat();
  const { state, rowsDone, rowsTotal } = row;
  const total = rowsTotal ?? 0;
  const colour = state in colours ? colours[state as keyof typeof colours] : 'default';
  return (
    <div className={css.state}>
      <Tag color={colour}>{text(`exports.states.${state}`)}</Tag>
      {state === 'running' && (
        <div className={css.progress}>
          <Progress percent={total === 0 ? 0 : Math.floor((100 * rowsDone) / total)} size="small" />
          <span className={css.hint}>
            {text('exports.progress', { done: rowsDone.toLocaleString('en'), total: total.toLocaleString('en') })}
          </span>
        </div>
      )}
      {state === 'ready' && (
        <span className={css.hint}>
          {text('exports.size', { rows: total.toLocaleString('en'), size: bytesText(row.bytes ?? 0) })}
          {row.expiresAt && ` · ${text('exports.until', { day: format.day(row.expiresAt) })}`}
        </span>
      )}
      {state === 'failed' && row.failure && <span className={css.hint}>{text(`exports.failures.${row.failure}`)}</span>}
    </div>
  );
}
