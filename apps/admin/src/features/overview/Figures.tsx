import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons';
import type { reports, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import type { ReactNode } from 'react';
import { percentOf, shareOf, Spark } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './overview.module.css';

type Overview = ResponseOf<typeof reports.overview>;
interface FigureProps {
  label: string;
  value: string;
  unit?: string;
  values?: (number | null)[];
  children: ReactNode;
}

function Figure({ label, value, unit, values, children }: FigureProps) {
  return (
    <div className={css.figure}>
      <dt>{label}</dt>
      <dd className={css.figureRow}>
        <span>
          <strong>{value}</strong>
          {unit && <span> {unit}</span>}
        </span>
        {values && <Spark values={values} />}
      </dd>
      <dd className={css.note}>{children}</dd>
    </div>
  );
}

/** How far from the end of last month. */
function Change({ values, labelOf }: { values: (number | null)[]; labelOf: (change: number) => string }) {
  const text = useText();
  const [before, now] = values.slice(-2);
  if (before == null || now == null) return null;
  const change = now - before;
  const Icon = change > 0 ? ArrowUpOutlined : change < 0 ? ArrowDownOutlined : MinusOutlined;
  return (
    <span className={change > 0 ? `${css.change} ${css.good}` : css.change}>
      <Icon aria-hidden />{' '}
      {change === 0
        ? text('overview.same')
        : text(change > 0 ? 'overview.more' : 'overview.fewer', { by: labelOf(Math.abs(change)) })}
    </span>
  );
}

/** The four figures of the subtree, each with where it comes from. */
export function Figures({ overview }: { overview: Overview }) {
  const text = useText();
  const format = useFormat();
  const { training, trend } = overview;
  const over = (of: (figures: NonNullable<Overview['trend'][number]['figures']>) => number) =>
    trend.map(({ figures }) => figures && of(figures));
  // as it is shown: what looks the same is the same
  const rates = over((figures) => Math.round(Number(figures.attainmentRate) * 1000) / 1000);
  const hours = over((figures) => Number(figures.hoursPerHead));
  const active = over((figures) => figures.active);
  return (
    <dl className={css.figures}>
      <Figure
        label={text('overview.attainment')}
        value={overview.owing === 0 ? '–' : percentOf(overview.attainmentRate)}
        values={rates}
      >
        {text('overview.attainedOf', { attained: overview.attained, people: overview.owing })}{' '}
        <Change values={rates} labelOf={(by) => text('overview.points', { count: Math.round(by * 1000) / 10 })} />
      </Figure>
      <Figure
        label={text('overview.perHead')}
        value={format.number(overview.hoursPerHead)}
        unit={text('overview.hoursUnit')}
        values={hours}
      >
        <Change values={hours} labelOf={(by) => format.hours(by.toFixed(2))} />
      </Figure>
      <Figure
        label={text('overview.active')}
        value={String(overview.active)}
        unit={text('overview.persons')}
        values={active}
      >
        {text('overview.ofMembers', { count: overview.members })}{' '}
        <Change values={active} labelOf={(by) => text('overview.byPeople', { count: by })} />
      </Figure>
      <Figure label={text('overview.finishedShare')} value={shareOf(training.finished, training.assigned)}>
        {text('overview.finishedOf', { finished: training.finished, assigned: training.assigned })}
        {training.overdue > 0 && (
          <span className={css.warn}> · {text('overview.overdueCount', { count: training.overdue })}</span>
        )}
      </Figure>
    </dl>
  );
}
