import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons';
import type { reports, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import css from './overview.module.css';
import { percentOf } from './percent.ts';

type Overview = ResponseOf<typeof reports.overview>;

function Figure({
  label,
  value,
  unit,
  children,
}: {
  label: string;
  value: string;
  unit?: string;
  children: ReactNode;
}) {
  return (
    <div className={css.figure}>
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
        {unit && <span> {unit}</span>}
      </dd>
      <dd className={css.note}>{children}</dd>
    </div>
  );
}

function Change({ now, before }: { now: number; before: number }) {
  const text = useText();
  const change = now - before;
  const Icon = change > 0 ? ArrowUpOutlined : change < 0 ? ArrowDownOutlined : MinusOutlined;
  const word = change > 0 ? 'overview.more' : change < 0 ? 'overview.fewer' : 'overview.same';
  return (
    <span className={change > 0 ? css.good : change < 0 ? css.warn : undefined}>
      <Icon aria-hidden /> {text(word, { count: Math.abs(change) })}
    </span>
  );
}

/** The four figures of the subtree. */
export function Figures({ overview }: { overview: Overview }) {
  const text = useText();
  const format = useFormat();
  const lastMonth = overview.trend.at(-1);
  return (
    <dl className={css.figures}>
      <Figure label={text('overview.attainment')} value={percentOf(overview.attainmentRate)}>
        {text('overview.attainedOf', { attained: overview.attained, people: overview.people })}
      </Figure>
      <Figure
        label={text('overview.behindCount')}
        value={String(overview.people - overview.attained)}
        unit={text('overview.persons')}
      >
        {text('overview.behindNote')}
      </Figure>
      <Figure
        label={text('overview.perHead')}
        value={format.number(overview.hoursPerHead)}
        unit={text('overview.hoursUnit')}
      >
        {lastMonth && text('overview.thisMonth', { hours: format.hours(lastMonth.hours) })}
      </Figure>
      <Figure label={text('overview.active')} value={String(overview.activeLast7Days)} unit={text('overview.persons')}>
        <Change now={overview.activeLast7Days} before={overview.activePrevious7Days} />
      </Figure>
    </dl>
  );
}
