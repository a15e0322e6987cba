import { credits, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button, Select, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { DataTable, Empty, Page, useFilters, When } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './appeals.module.css';
import { DecideModal } from './DecideModal.tsx';

export type Appeal = ResponseOf<typeof credits.listAppeals>['items'][number];

const noFilters = { open: '' };
const colours = { open: 'orange', upheld: 'green', rejected: 'default' } as const;

export function Component() {
  const text = useText();
  const format = useFormat();
  const decides = useMay()('credits.reverse');
  const { organizationId, name } = useScope();
  const [{ open }, setFilters] = useFilters(noFilters);
  const [deciding, setDeciding] = useState<Appeal | null>(null);
  const pages = useEndpointPages(credits.listAppeals, {
    query: { organizationId, limit: 20, open: open === 'true' || open === 'false' ? open : undefined },
  });
  const columns: TableColumnsType<Appeal> = [
    {
      title: text('appeals.person'),
      dataIndex: 'personName',
      width: 130,
      render: (name: string, row) => <Link to={paths.person(row.personId, 'record')}>{name}</Link>,
    },
    {
      title: text('appeals.about'),
      key: 'about',
      render: (_, row) => (
        <div className={css.about}>
          <div>{row.text}</div>
          <div className={css.hint}>
            {text('appeals.reversal', { hours: format.hours(row.hours.replace('-', '')), reason: row.reversalReason })}
          </div>
        </div>
      ),
    },
    { title: text('appeals.at'), dataIndex: 'createdAt', width: 150, render: (at: string) => <When at={at} /> },
    {
      title: text('appeals.state'),
      dataIndex: 'decision',
      width: 220,
      render: (decision: Appeal['decision'], row) => (
        <div>
          <Tag color={colours[decision]}>{text(`appeals.decision.${decision}`)}</Tag>
          {row.decisionReason && <div className={css.hint}>{row.decisionReason}</div>}
        </div>
      ),
    },
    ...(decides
      ? [
          {
            title: text('appeals.actions'),
            key: 'actions',
            width: 90,
            render: (_: unknown, row: Appeal) =>
              row.decision === 'open' && (
                <Button
                  size="small"
                  aria-label={text('appeals.decideNamed', { name: row.personName })}
                  onClick={() => setDeciding(row)}
                >
                  {text('appeals.decide')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Page title={text('appeals.title')} subtitle={[name, text('appeals.subtitle')].filter(Boolean).join(' · ')}>
      <DataTable
        label={text('appeals.title')}
        columns={columns}
        pages={pages}
        minWidth={820}
        filters={
          <Select
            aria-label={text('appeals.state')}
            value={open}
            style={{ width: 140 }}
            onChange={(value) => setFilters({ open: value })}
            options={[
              { value: '', label: text('app.all') },
              { value: 'true', label: text('appeals.onlyOpen') },
              { value: 'false', label: text('appeals.onlyDecided') },
            ]}
          />
        }
        empty={<Empty>{text('appeals.none')}</Empty>}
      />
      {deciding && <DecideModal appeal={deciding} onClose={() => setDeciding(null)} />}
    </Page>
  );
}
