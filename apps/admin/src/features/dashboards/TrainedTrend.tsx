import type { reports, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Table } from 'antd';
import { LineChart, shareOf, Twin } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

type Row = ResponseOf<typeof reports.getTraining>['trend'][number];

/** Week by week, up to the day that is shown. */
export function TrainedTrend({ rows }: { rows: Row[] }) {
  const text = useText();
  const format = useFormat();
  const at = (day: string) => `${day}T12:00:00Z`;
  const short = new Intl.DateTimeFormat(format.language, { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  return (
    <Twin
      title={text('dashboards.trend')}
      empty={rows.length < 2 && text('dashboards.noTrend')}
      chart={
        <LineChart
          label={text('dashboards.trend')}
          points={rows.map(({ day, finished, assigned }) => ({
            key: day,
            label: short.format(new Date(at(day))),
            value: assigned === 0 ? null : finished / assigned,
            text: shareOf(finished, assigned),
          }))}
        />
      }
      table={
        <Table<Row>
          rowKey="day"
          size="small"
          pagination={false}
          dataSource={[...rows].reverse()}
          columns={[
            { title: text('dashboards.day'), dataIndex: 'day', render: (day: string) => format.day(at(day)) },
            ...(['assigned', 'started', 'finished'] as const).map((key) => ({
              title: text(`dashboards.${key}`),
              dataIndex: key,
              align: 'right' as const,
            })),
            {
              title: text('dashboards.share'),
              key: 'share',
              align: 'right',
              render: (_, row) => shareOf(row.finished, row.assigned),
            },
          ]}
        />
      }
    />
  );
}
