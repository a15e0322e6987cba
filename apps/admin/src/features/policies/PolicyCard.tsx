import { knownText, useFormat, useKitText } from '@dangxiao/web-kit';
import { Descriptions, Table, Tag } from 'antd';
import { Section } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './policies.module.css';
import type { Policy } from './types.ts';
import { useTierText } from './use-tier-text.ts';

const colours = { current: 'green', coming: 'blue', past: 'default' } as const;

function Requirements({ requirements }: Pick<Policy, 'requirements'>) {
  const text = useText();
  const kit = useKitText();
  const format = useFormat();
  return (
    <Table<Policy['requirements'][number]>
      rowKey="key"
      size="small"
      pagination={false}
      scroll={{ x: 480 }}
      dataSource={requirements}
      columns={[
        {
          title: text('policies.requirement'),
          dataIndex: 'key',
          render: (key: string, row) => knownText(kit, `requirement.${key}`, kit(`counter.${row.counter}`)),
        },
        {
          title: text('policies.who'),
          key: 'who',
          render: (_, { kinds, positions }) => (
            <>
              {kinds.map((kind) => kit(`personKind.${kind}`)).join(text('app.separator'))}
              {positions.length > 0 && (
                <div className={css.hint}>
                  {positions.map((each) => kit(`position.${each}`)).join(text('app.separator'))}
                </div>
              )}
            </>
          ),
        },
        { title: text('policies.perYear'), dataIndex: 'hours', align: 'right', width: 120, render: format.hours },
        {
          title: text('policies.source'),
          dataIndex: 'source',
          render: (source: string) => knownText(kit, `requirementSource.${source}`, source || text('policies.own')),
        },
      ]}
    />
  );
}

/** One dated version of the rules in words. */
export function PolicyCard({ policy, state }: { policy: Policy; state: keyof typeof colours }) {
  const text = useText();
  const kit = useKitText();
  const format = useFormat();
  const tierText = useTierText();
  return (
    <Section
      title={policy.name}
      extra={
        <span className={css.hint}>
          <Tag color={colours[state]}>{text(`policies.state.${state}`)}</Tag>
          {text('policies.validFrom', { day: format.day(policy.validFrom), version: policy.version })}
        </span>
      }
    >
      <div className={css.columns}>
        <Descriptions
          column={1}
          size="small"
          items={[
            {
              key: 'tiers',
              label: text('policies.lecture'),
              children: (
                <div>
                  {policy.lectureTiers.map((tier) => (
                    <div key={tierText(tier)}>{tierText(tier)}</div>
                  ))}
                </div>
              ),
            },
            { key: 'exam', label: text('policies.exam'), children: format.hours(policy.examHours) },
            {
              key: 'completion',
              label: text('policies.completion'),
              children: text('policies.percent', { percent: policy.completionPercent }),
            },
            {
              key: 'rate',
              label: text('policies.rate'),
              children: text('policies.times', { rate: policy.maxRate / 100 }),
            },
            { key: 'counter', label: text('policies.counter'), children: kit(`counter.${policy.lectureCounter}`) },
          ]}
        />
        <Requirements requirements={policy.requirements} />
      </div>
    </Section>
  );
}
