import { exports, type ResponseOf } from '@dangxiao/contracts';
import { exportKindLabels, exportQueryText } from '@dangxiao/contracts/labels';
import { addressOf, useEndpointPages, useFormat, useMutationOf } from '@dangxiao/web-kit';
import { Button, Space } from 'antd';
import { useEffect } from 'react';
import { useLanguage } from '../../app/export/index.ts';
import { ListPage, type ListColumn } from '../../app/list/index.ts';
import { useConfirm, When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { ExportState } from './ExportState.tsx';
import css from './exports.module.css';

type Row = ResponseOf<typeof exports.listExports>['items'][number];
const POLL_MS = 1500;

const underWay = ({ state }: Row) => state === 'waiting' || state === 'running';

/** One's own exports: how far they are, and their files. */
export function Component() {
  const text = useText();
  const format = useFormat();
  const language = useLanguage();
  const pages = useEndpointPages(exports.listExports, { query: { limit: 50 } });
  const working = pages.items.some(underWay);
  const { retry } = pages;
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(retry, POLL_MS);
    return () => clearInterval(timer);
  }, [working, retry]);
  const columns: ListColumn<Row>[] = [
    {
      key: 'file',
      role: 'name',
      title: text('exports.file'),
      width: 260,
      by: ({ kind }) => exportKindLabels[kind][language],
      show: (row) => {
        const query = exportQueryText(row.query, row.names, language, (at) => format.full(at));
        return (
          <>
            <div className={css.name}>
              {exportKindLabels[row.kind][language]}
              {row.asOf && <span className={css.hint}> {row.asOf}</span>}
            </div>
            <div className={css.hint}>
              {query.map(({ label, value }) => `${label} ${value}`).join(' · ') || text('exports.everything')}
            </div>
          </>
        );
      },
    },
    { key: 'state', title: text('exports.state'), width: 280, show: (row) => <ExportState row={row} /> },
    {
      key: 'createdAt',
      title: text('exports.created'),
      width: 170,
      by: ({ createdAt }) => createdAt,
      show: ({ createdAt }) => <When at={createdAt} />,
    },
    {
      key: 'actions',
      role: 'actions',
      title: text('exports.actions'),
      width: 190,
      align: 'right',
      show: (row) => <Actions row={row} />,
    },
  ];
  return (
    <ListPage<Row>
      name="exports"
      title={text('exports.page')}
      subtitle={pages.first && text('exports.subtitle', { days: pages.first.keepDays })}
      columns={columns}
      pages={pages}
      empty={text('exports.none')}
    />
  );
}

function Actions({ row }: { row: Row }) {
  const text = useText();
  const confirm = useConfirm();
  const refreshes = [exports.listExports];
  const cancel = useMutationOf(exports.cancelExport, { refreshes });
  const remove = useMutationOf(exports.deleteExport, { refreshes });
  const input = { params: { exportId: row.id } };
  const name = row.fileName;
  if (underWay(row)) {
    const stop = () =>
      confirm({
        title: text('exports.cancelTitle', { name }),
        consequence: text('exports.cancelConsequence'),
        action: text('exports.cancel'),
        run: () => cancel.mutateAsync(input),
        done: text('exports.cancelled'),
      });
    return (
      <Button size="small" aria-label={text('exports.cancelNamed', { name })} onClick={stop}>
        {text('exports.cancel')}
      </Button>
    );
  }
  const forget = () =>
    confirm({
      title: text('exports.deleteTitle', { name }),
      consequence: text('exports.deleteConsequence'),
      action: text('exports.delete'),
      danger: true,
      run: () => remove.mutateAsync(input),
      done: text('exports.deleted'),
    });
  return (
    <Space>
      {row.state === 'ready' && (
        <Button
          size="small"
          href={addressOf(exports.downloadExport, input)}
          download={name}
          aria-label={text('exports.downloadNamed', { name })}
        >
          {text('exports.download')}
        </Button>
      )}
      <Button size="small" type="text" aria-label={text('exports.deleteNamed', { name })} onClick={forget}>
        {text('exports.delete')}
      </Button>
    </Space>
  );
}
