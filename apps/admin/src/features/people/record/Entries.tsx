import { useFormat, useKitText } from '@dangxiao/web-kit';
import { Button, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { DataTable, Empty, When } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';
import { EntryDrawer } from './EntryDrawer.tsx';
import { useSigned } from './use-signed.ts';
import type { EntryPages, EntryRow } from './use-record.ts';

/** The person's ledger of a year, latest first; every entry opens its evidence. */
export function Entries({ pages }: { pages: EntryPages }) {
  const text = useText();
  const kit = useKitText();
  const format = useFormat();
  const signed = useSigned();
  const [opened, setOpened] = useState<string | null>(null);
  const columns: TableColumnsType<EntryRow> = [
    {
      title: text('records.when'),
      dataIndex: 'effectiveAt',
      width: 150,
      render: (at: string, row) => <When at={at} day={row.sourceKind === 'recognition'} />,
    },
    {
      title: text('records.source_'),
      dataIndex: 'title',
      render: (title: string, row) => (
        <div>
          {title} {row.reversed && <Tag>{text('records.reversed')}</Tag>}
          <div className={css.hint}>
            {[text(`records.kind.${row.sourceKind}`), ...(row.courseTitle ? [row.courseTitle] : [])].join(' · ')}
          </div>
        </div>
      ),
    },
    {
      title: text('records.counter'),
      dataIndex: 'counter',
      width: 110,
      render: (counter: string) => kit(`counter.${counter}`),
    },
    {
      title: text('records.hours'),
      dataIndex: 'hours',
      width: 110,
      align: 'right',
      render: (hours: string, row) => (
        <span className={row.reversed ? css.reversed : hours.startsWith('-') ? css.minus : undefined}>
          {signed(hours)}
        </span>
      ),
    },
    {
      title: text('records.evidence'),
      key: 'evidence',
      width: 110,
      render: (_, row) => (
        <Button
          size="small"
          aria-label={text('records.openNamed', { title: row.title, hours: format.hours(row.hours) })}
          onClick={() => setOpened(row.id)}
        >
          {text('records.open')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <DataTable
        label={text('records.ledger')}
        columns={columns}
        pages={pages}
        minWidth={720}
        empty={<Empty>{text('records.noEntries')}</Empty>}
        filters={<strong>{text('records.ledger')}</strong>}
      />
      {opened && <EntryDrawer entryId={opened} onOpen={setOpened} onClose={() => setOpened(null)} />}
    </>
  );
}
