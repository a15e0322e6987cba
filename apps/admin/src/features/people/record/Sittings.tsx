import type { credits, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Table, Tag } from 'antd';
import { Empty, When } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';

type Sitting = ResponseOf<typeof credits.getRecord>['sittings'][number];

function Result({ sitting: { passed } }: { sitting: Sitting }) {
  const text = useText();
  if (passed === null) return <Tag color="blue">{text('records.sitting.open')}</Tag>;
  return (
    <Tag color={passed ? 'green' : 'default'}>{text(passed ? 'records.sitting.passed' : 'records.sitting.failed')}</Tag>
  );
}

/** Every try at an exam. */
export function Sittings({ sittings }: { sittings: Sitting[] }) {
  const text = useText();
  const format = useFormat();
  if (sittings.length === 0) return <Empty>{text('records.noSittings')}</Empty>;
  return (
    <Table<Sitting>
      rowKey="id"
      size="middle"
      pagination={false}
      dataSource={sittings}
      columns={[
        {
          title: text('records.exam'),
          dataIndex: 'title',
          render: (title: string, row) => (
            <div>
              {title}
              <div className={css.hint}>{row.courseTitle}</div>
            </div>
          ),
        },
        {
          title: text('records.sitting.number'),
          dataIndex: 'number',
          width: 110,
          render: (number: number) => text('records.sitting.numberOf', { number }),
        },
        {
          title: text('records.sitting.started'),
          dataIndex: 'startedAt',
          width: 160,
          render: (at) => <When at={at} />,
        },
        {
          title: text('records.sitting.score'),
          dataIndex: 'scorePercent',
          width: 90,
          align: 'right',
          render: (score: string | null) => (score === null ? '–' : format.number(score)),
        },
        {
          title: text('records.sitting.result'),
          key: 'result',
          width: 110,
          render: (_, row) => <Result sitting={row} />,
        },
      ]}
    />
  );
}
