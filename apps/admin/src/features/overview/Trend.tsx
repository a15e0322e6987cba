import { useFormat } from '@dangxiao/web-kit';
import { Section } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './overview.module.css';

/** Hours entered month by month; each column says its number. */
export function Trend({ months }: { months: { month: string; hours: string }[] }) {
  const text = useText();
  const format = useFormat();
  const most = Math.max(1, ...months.map(({ hours }) => Number(hours)));
  const name = (month: string) =>
    new Intl.DateTimeFormat(format.language, { month: 'short', timeZone: 'UTC' }).format(
      new Date(`${month.slice(0, 7)}-15T00:00:00Z`),
    );
  return (
    <Section title={text('overview.trend')}>
      <ol className={css.months}>
        {months.map(({ month, hours }) => (
          <li key={month}>
            <span className={css.monthValue}>{format.number(hours)}</span>
            <span
              className={css.monthBar}
              aria-hidden
              style={{ height: `${Math.max(2, (Number(hours) / most) * 96)}px` }}
            />
            <span className={css.monthName}>{name(month)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
