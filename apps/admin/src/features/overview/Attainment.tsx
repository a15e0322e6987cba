import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import type { reports, ResponseOf } from '@dangxiao/contracts';
import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useScope } from '../../app/shell/scope.tsx';
import { Empty, Section } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './overview.module.css';
import { percentOf } from './percent.ts';

type Row = ResponseOf<typeof reports.overview>['children'][number];

function Bars({ rows }: { rows: Row[] }) {
  const text = useText();
  const { choose } = useScope();
  return (
    <ul className={css.bars}>
      {rows.map(({ organizationId, name, attained, people, attainmentRate }) => (
        <li key={organizationId}>
          <button type="button" onClick={() => choose(organizationId)} title={text('overview.enter', { name })}>
            <span className={css.barName}>{name}</span>
            <span className={css.track} aria-hidden>
              <span style={{ width: `${Number(attainmentRate) * 100}%` }} />
            </span>
            <span className={css.barValue}>{people === 0 ? '–' : percentOf(attainmentRate)}</span>
            <span className={css.barCount}>{text('overview.ofPeople', { attained, people })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Numbers({ rows }: { rows: Row[] }) {
  const text = useText();
  const { choose } = useScope();
  return (
    <Table<Row>
      rowKey="organizationId"
      size="small"
      pagination={false}
      dataSource={rows}
      columns={[
        {
          title: text('overview.organization'),
          dataIndex: 'name',
          sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
          render: (name: string, row) => (
            <Button type="link" size="small" style={{ padding: 0 }} onClick={() => choose(row.organizationId)}>
              {name}
            </Button>
          ),
        },
        {
          title: text('overview.people'),
          dataIndex: 'people',
          align: 'right',
          width: 110,
          sorter: (a, b) => a.people - b.people,
        },
        {
          title: text('overview.attained'),
          dataIndex: 'attained',
          align: 'right',
          width: 110,
          sorter: (a, b) => a.attained - b.attained,
        },
        {
          title: text('overview.attainment'),
          dataIndex: 'attainmentRate',
          align: 'right',
          width: 120,
          sorter: (a, b) => Number(a.attainmentRate) - Number(b.attainmentRate),
          render: percentOf,
        },
      ]}
    />
  );
}

/** Attainment by child organization: as bars, or the same as a table. */
export function Attainment({ rows }: { rows: Row[] }) {
  const text = useText();
  const [form, setForm] = useState<'bars' | 'table'>('bars');
  return (
    <Section
      title={text('overview.byOrganization')}
      extra={
        rows.length > 0 && (
          <Segmented<'bars' | 'table'>
            size="small"
            aria-label={text('overview.shownAs')}
            value={form}
            onChange={setForm}
            options={[
              { value: 'bars', label: text('overview.bars'), icon: <BarChartOutlined aria-hidden /> },
              { value: 'table', label: text('overview.table'), icon: <TableOutlined aria-hidden /> },
            ]}
          />
        )
      }
    >
      {rows.length === 0 ? (
        <Empty>{text('overview.noChildren')}</Empty>
      ) : form === 'bars' ? (
        <Bars rows={rows} />
      ) : (
        <Numbers rows={rows} />
      )}
    </Section>
  );
}
