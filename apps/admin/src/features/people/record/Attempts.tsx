import type { credits, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Table, Tag } from 'antd';
import { Empty, When } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';

type Attempt = ResponseOf<typeof credits.getRecord>['attempts'][number];

function Result({ attempt: { passed } }: { attempt: Attempt }) {
  const text = useText();
  if (passed === null) return <Tag color="blue">{text('records.attempt.open')}</Tag>;
  return (
    <Tag color={passed ? 'green' : 'default'}>{text(passed ? 'records.attempt.passed' : 'records.attempt.failed')}</Tag>
  );
}

/** Every try at an exam. */
export function Attempts({ attempts }: { attempts: Attempt[] }) {
  const text = useText();
  const format = useFormat();
  if (attempts.length === 0) return <Empty>{text('records.noAttempts')}</Empty>;
  return (
    <Table<Attempt>
      rowKey="id"
      size="middle"
      pagination={false}
      dataSource={attempts}
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
          title: text('records.attempt.number'),
          dataIndex: 'number',
          width: 110,
          render: (number: number) => text('records.attempt.numberOf', { number }),
        },
        {
          title: text('records.attempt.started'),
          dataIndex: 'startedAt',
          width: 160,
          render: (at) => <When at={at} />,
        },
        {
          title: text('records.attempt.score'),
          dataIndex: 'scorePercent',
          width: 90,
          align: 'right',
          render: (score: string | null) => (score === null ? '–' : format.number(score)),
        },
        {
          title: text('records.attempt.result'),
          key: 'result',
          width: 110,
          render: (_, row) => <Result attempt={row} />,
        },
      ]}
    />
  );
}
