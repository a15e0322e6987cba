import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Empty } from './states.tsx';
import { Section } from './Page.tsx';

interface Props {
  title: string;
  chart: ReactNode;
  /** The same numbers as a table. */
  table: ReactNode;
  /** Said instead of both when there is nothing to show. */
  empty?: string | false;
  extra?: ReactNode;
}

/** A chart with its table twin: the same numbers, for whoever reads better in rows. */
export function Twin({ title, chart, table, empty, extra }: Props) {
  const text = useText();
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const choice = (
    <Segmented<'chart' | 'table'>
      size="small"
      aria-label={`${title}: ${text('dashboards.shownAs')}`}
      value={form}
      onChange={setForm}
      options={[
        { value: 'chart', label: text('dashboards.chart'), icon: <BarChartOutlined aria-hidden /> },
        { value: 'table', label: text('dashboards.table'), icon: <TableOutlined aria-hidden /> },
      ]}
    />
  );
  return (
    <Section
      title={title}
      extra={
        !empty && (
          <span style={{ display: 'flex', flexWrap: 'wrap', gap: 8, minWidth: 0 }}>
            {extra}
            {choice}
          </span>
        )
      }
    >
      {empty ? <Empty>{empty}</Empty> : form === 'chart' ? chart : table}
    </Section>
  );
}
