import type { reports, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Button, Table } from 'antd';
import { useScope } from '../../app/shell/scope.tsx';
import { percentOf, ShareBars, Twin } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

type Row = ResponseOf<typeof reports.overview>['children'][number];

/** Attainment by child organization: as bars, or the same as a table. */
export function Attainment({ rows }: { rows: Row[] }) {
  const text = useText();
  const format = useFormat();
  const { choose } = useScope();
  const number = (title: string, value: (row: Row) => number, render?: (row: Row) => string) => ({
    title,
    align: 'right' as const,
    width: 104,
    sorter: (a: Row, b: Row) => value(a) - value(b),
    render: (_: unknown, row: Row) => (render ? render(row) : value(row)),
  });
  return (
    <Twin
      title={text('overview.byOrganization')}
      empty={rows.length === 0 && text('overview.noChildren')}
      chart={
        <ShareBars
          enter={(name) => text('overview.enter', { name })}
          onEnter={choose}
          rows={rows.map(({ organizationId, name, owing, attained, attainmentRate }) => ({
            key: organizationId,
            name,
            parts: [{ share: Number(attainmentRate), tone: 'main' }],
            value: owing === 0 ? '–' : percentOf(attainmentRate),
            note: text('overview.ofPeople', { attained, people: owing }),
          }))}
        />
      }
      table={
        <Table<Row>
          rowKey="organizationId"
          size="small"
          pagination={rows.length > 20 ? { pageSize: 20 } : false}
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
            number(text('overview.people'), (row) => row.owing),
            number(text('overview.attained'), (row) => row.attained),
            number(
              text('overview.attainment'),
              (row) => Number(row.attainmentRate),
              (row) => (row.owing === 0 ? '–' : percentOf(row.attainmentRate)),
            ),
            number(
              text('overview.perHead'),
              (row) => Number(row.hoursPerHead),
              (row) => format.number(row.hoursPerHead),
            ),
            number(text('overview.active'), (row) => row.active),
          ]}
        />
      }
    />
  );
}
