import type { reports, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Segmented, Table } from 'antd';
import { useState } from 'react';
import { LineChart, percentOf, Twin } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

type Row = ResponseOf<typeof reports.overview>['trend'][number];
const measures = ['attainment', 'perHead', 'active'] as const;
type Measure = (typeof measures)[number];

/** The last days of twelve months, and the day that is shown. */
export function Trend({ rows }: { rows: Row[] }) {
  const text = useText();
  const format = useFormat();
  const [measure, setMeasure] = useState<Measure>('attainment');
  const at = (day: string) => `${day}T12:00:00Z`;
  const month = (day: string) =>
    new Intl.DateTimeFormat(format.language, { month: 'short', timeZone: 'UTC' }).format(new Date(at(day)));
  const valueOf = ({ figures }: Row, of: Measure) =>
    figures &&
    { attainment: Number(figures.attainmentRate), perHead: Number(figures.hoursPerHead), active: figures.active }[of];
  const labelOf = ({ figures }: Row, of: Measure) =>
    figures
      ? {
          attainment: percentOf(figures.attainmentRate),
          perHead: format.number(figures.hoursPerHead),
          active: String(figures.active),
        }[of]
      : '–';
  return (
    <Twin
      title={text('overview.trend')}
      empty={rows.every(({ figures }) => figures === null) && text('overview.noTrend')}
      extra={
        <Segmented<Measure>
          size="small"
          aria-label={text('overview.measure')}
          value={measure}
          onChange={setMeasure}
          options={measures.map((value) => ({ value, label: text(`overview.${value}`) }))}
        />
      }
      chart={
        <LineChart
          label={text(`overview.${measure}`)}
          points={rows.map((row, index) => ({
            key: row.day,
            label: index === rows.length - 1 ? text('overview.thatDay') : month(row.day),
            value: valueOf(row, measure),
            text: labelOf(row, measure),
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
            { title: text('overview.day'), dataIndex: 'day', render: (day: string) => format.day(at(day)) },
            ...measures.map((of) => ({
              title: text(`overview.${of}`),
              key: of,
              align: 'right' as const,
              render: (_: unknown, row: Row) => labelOf(row, of),
            })),
          ]}
        />
      }
    />
  );
}
