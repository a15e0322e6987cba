import { useFormat, useKitText } from '@dangxiao/web-kit';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { ListTable, type ListColumn } from '../../../app/list/index.ts';
import { When } from '../../../app/ui/index.ts';
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
  const columns: ListColumn<EntryRow>[] = [
    {
      key: 'effectiveAt',
      title: text('records.when'),
      width: 150,
      show: (row) => <When at={row.effectiveAt} day={row.sourceKind === 'recognition'} />,
    },
    {
      key: 'title',
      role: 'name',
      title: text('records.source_'),
      width: 260,
      show: (row) => (
        <div>
          {row.title} {row.reversed && <Tag>{text('records.reversed')}</Tag>}
          <div className={css.hint}>
            {[text(`records.kind.${row.sourceKind}`), ...(row.courseTitle ? [row.courseTitle] : [])].join(' · ')}
          </div>
        </div>
      ),
    },
    { key: 'counter', title: text('records.counter'), width: 110, show: ({ counter }) => kit(`counter.${counter}`) },
    {
      key: 'hours',
      title: text('records.hours'),
      width: 110,
      align: 'right',
      show: ({ hours, reversed }) => (
        <span className={reversed ? css.reversed : hours.startsWith('-') ? css.minus : undefined}>{signed(hours)}</span>
      ),
    },
    {
      key: 'evidence',
      role: 'actions',
      title: text('records.evidence'),
      width: 110,
      show: (row) => (
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
      <ListTable<EntryRow>
        name="entries"
        label={text('records.ledger')}
        columns={columns}
        pages={pages}
        empty={text('records.noEntries')}
        filters={<strong>{text('records.ledger')}</strong>}
      />
      {opened && <EntryDrawer entryId={opened} onOpen={setOpened} onClose={() => setOpened(null)} />}
    </>
  );
}
